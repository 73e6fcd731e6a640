import { defineBackground } from 'wxt/utils/define-background';
import type { Address } from '../src/model/asset';
import { siteOf } from '../src/page/site';
import { onAlarm } from '../src/platform/alarms';
import { onMessage } from '../src/platform/messages';
import { onNoticeClick, openPage } from '../src/platform/notifications';
import {
  accepted,
  addressSchema,
  duesSchema,
  networkSchema,
  pageSchema,
  placeSchema,
  type Schema,
} from '../src/platform/schemas';
import { isOwnPage, pageSender, type Sender } from '../src/platform/senders';
import { keepFromPages, placeItem, schemeItem } from '../src/platform/storage';
import { paintToolbar } from '../src/platform/toolbar';
import { noticePage } from '../src/view/alertText';
import { toolbarFace } from '../src/view/toolbarFace';
import { tellPending } from '../src/watch/alerts';
import { readDues } from '../src/watch/dues';
import { look } from '../src/watch/look';
import { enabledChains, setNetwork } from '../src/watch/networks';
import { refresh } from '../src/watch/refresh';
import { unwatch, watch } from '../src/watch/wallets';
import { paintWatched, refreshWatched } from '../src/watch/watchedRound';

/** Listeners first and in the first turn: the event that woke the worker is handed only to those. */
export default defineBackground(() => {
  onMessage('look', async ({ data, sender }) => {
    const { host, tabId, site } = lendingPage(sender);
    const page = accepted(pageSchema, data, 'look');
    const card = await look({ host, ...page, unread: site.unread, searched: site.searched ?? null });
    await paintToolbar(toolbarFace(card), tabId);
    const [place, scheme] = await Promise.all([placeItem(host).getValue(), schemeItem.getValue()]);
    return { card, place, scheme };
  });

  onMessage('place', async ({ data, sender }) => {
    await placeItem(lendingPage(sender).host).setValue(accepted(placeSchema, data, 'place'));
  });

  onMessage('refresh', async ({ data, sender }) => {
    await readEverywhere(fromPopup(sender, data, addressSchema, 'refresh'));
  });

  onMessage('watch', async ({ data, sender }) => {
    const address = fromPopup(sender, data, addressSchema, 'watch');
    await watch(address);
    await readEverywhere(address);
  });

  onMessage('unwatch', async ({ data, sender }) => {
    await unwatch(fromPopup(sender, data, addressSchema, 'unwatch'));
    await paintWatched();
  });

  onMessage('network', async ({ data, sender }) => {
    const { id, on } = fromPopup(sender, data, networkSchema, 'network');
    await setNetwork(id, on);
    await refreshWatched();
  });

  onMessage('dues', ({ data, sender }) => readDues(fromPopup(sender, data, duesSchema, 'dues')));

  onAlarm(refreshWatched);
  onNoticeClick((key) => void openPage(noticePage(key)));
  void keepFromPages();
  // A browser start clears the icon, and an update may lose the alarm: both are made anew at every start.
  void paintWatched();
  void tellPending();
});

function lendingPage(sender: Sender) {
  const page = pageSender(sender);
  const site = page && siteOf({ protocol: 'https:', hostname: page.host });
  if (!site) throw new Error('Only a lending page may ask for this.');
  return { ...page, site };
}

function fromPopup<T>(sender: Sender, data: unknown, schema: Schema<T>, message: string): T {
  if (!isOwnPage(sender, location.origin)) throw new Error('Only the popup may ask for this.');
  return accepted(schema, data, message);
}

async function readEverywhere(address: Address): Promise<void> {
  await Promise.all((await enabledChains()).map(({ id }) => refresh(id, [address])));
  await paintWatched();
}
