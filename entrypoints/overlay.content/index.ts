import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { followPage } from '../../src/page/follow';
import { lendingMatches } from '../../src/page/hosts';
import { marketIn } from '../../src/page/market';
import { sendMessage } from '../../src/platform/messages';
import { mountBadge } from '../../src/ui/badge/mount';

export default defineContentScript({
  matches: [...lendingMatches],
  runAt: 'document_start',
  cssInjectionMode: 'manual',
  main() {
    followPage({
      window,
      send: (accounts) => sendMessage('look', { accounts, market: marketIn(location) }),
      mount: () =>
        mountBadge(document, {
          // Lost when the worker cannot be reached: the badge stays where it is until the page is left.
          place: (place) => void sendMessage('place', place).catch(() => undefined),
        }),
      // WXT's own context ends on an event that any script of the page can send; this cannot be forged.
      alive: () => browser.runtime?.id !== undefined,
      now: () => performance.now(),
    });
  },
});
