import { defineContentScript } from 'wxt/utils/define-content-script';
import { lendingMatches } from '../src/page/hosts';
import { watchProviders } from '../src/page/providers';

/**
 * In the page's world, because wallets are objects there. It must come after overlay.content, which listens for
 * the handover of the channel's name: scripts run in the manifest's order, which is the alphabet's.
 */
export default defineContentScript({
  matches: [...lendingMatches],
  runAt: 'document_start',
  world: 'MAIN',
  // Otherwise the bundle is assigned to a global variable of the page.
  globalName: false,
  main: () => watchProviders(window),
});
