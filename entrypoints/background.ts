import { defineBackground } from 'wxt/utils/define-background';
import { probe } from '../src/chain/probe';
import type { Address } from '../src/model/asset';
import { siteOf } from '../src/page/site';
import { onAlarm, onBrowserStart } from '../src/platform/alarms';
import { endpointSchema, walletChangeSchema } from '../src/platform/choices';
import { isSocket } from '../src/platform/endpoint';
import { storageTroubles } from '../src/platform/kept';
import { onMessage } from '../src/platform/messages';
import { notify, onNoticeClick, openPage } from '../src/platform/notifications';
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
import { keepFromPages, placeItem, schemeItem, sitesItem } from '../src/platform/storage';
import { paintToolbar } from '../src/platform/toolbar';
import { noticePage } from '../src/view/noticeGroup';
import { testNotice } from '../src/view/testNotice';
import { toolbarFace } from '../src/view/toolbarFace';
import { tellPending } from '../src/watch/alerts/tell';
import { readDues } from '../src/watch/dues';
import { look } from '../src/watch/look';
import { chainsOf, setNetwork } from '../src/watch/networks';
import { refreshAll } from '../src/watch/refresh';
import { changeWallet, unwatch, watch } from '../src/watch/wallets';
import { onTime, paintWatched, refreshWatched } from '../src/watch/watchedRound';

/**
 * Listeners first and in the first turn: the event that woke the worker is handed only to those. All of them are async: what
 * a listener throws in its own turn reaches the sender in some browsers only.
 */
export default defineBackground(() => {
  onMessage('look', async ({ data, sender }) => {
    const { host, tabId, unread, searched } = await lendingPage(sender);
    const page = accepted(pageSchema, data, 'look');
    const card = await look({ host, ...page, unread, searched });
    await paintToolbar(toolbarFace(card), tabId);
    const [place, scheme] = await Promise.all([placeItem(host).getValue(), schemeItem.getValue()]);
    return { card, place, scheme };
  });

  onMessage('place', async ({ data, sender }) => {
    const { host } = await lendingPage(sender);
    await placeItem(host).setValue(accepted(placeSchema, data, 'place'));
  });

  onMessage('refresh', async ({ data, sender }) => {
    await readEverywhere(fromOwnPage(sender, data, addressSchema, 'refresh'));
  });

  onMessage('watch', async ({ data, sender }) => {
    const address = fromOwnPage(sender, data, addressSchema, 'watch');
    await watch(address);
    await readEverywhere(address);
  });

  onMessage('unwatch', async ({ data, sender }) => {
    await unwatch(fromOwnPage(sender, data, addressSchema, 'unwatch'));
    await paintWatched();
  });

  onMessage('network', async ({ data, sender }) => {
    const { id, on } = fromOwnPage(sender, data, networkSchema, 'network');
    await setNetwork(id, on);
    await refreshWatched();
  });

  onMessage('wallet', async ({ data, sender }) => {
    const change = fromOwnPage(sender, data, walletChangeSchema, 'wallet');
    await changeWallet(change);
    await readEverywhere(change.address);
  });

  onMessage('testRpc', async ({ data, sender }) => {
    const url = fromOwnPage(sender, data, endpointSchema, 'testRpc');
    return probe(url, isSocket(url));
  });

  onMessage('testAlert', async ({ sender }) => {
    ownPage(sender);
    await notify(testNotice(Date.now()));
  });

  onMessage('reread', async ({ sender }) => {
    ownPage(sender);
    await refreshWatched();
  });

  onMessage('troubles', async ({ sender }) => {
    ownPage(sender);
    return storageTroubles();
  });

  onMessage('dues', async ({ data, sender }) => readDues(fromOwnPage(sender, data, duesSchema, 'dues')));

  onAlarm(() => void onTime());
  onBrowserStart(refreshWatched);
  onNoticeClick((key) => void openPage(noticePage(key)));
  void keepFromPages();
  // A browser start clears the icon, and an update may lose the alarm: both are made anew at every start.
  void paintWatched();
  void tellPending();
});

/** A lending page, or one of a site that the user has added, of which nothing more is known. */
async function lendingPage(sender: Sender) {
  const page = pageSender(sender);
  if (!page) throw refused;
  const site = siteOf({ protocol: 'https:', hostname: page.host });
  if (!site && !(await sitesItem.getValue()).includes(page.host)) throw refused;
  return { ...page, unread: site?.unread ?? null, searched: site?.searched ?? null };
}

const refused = new Error('Only a lending page may ask for this.');

function fromOwnPage<T>(sender: Sender, data: unknown, schema: Schema<T>, message: string): T {
  ownPage(sender);
  return accepted(schema, data, message);
}

function ownPage(sender: Sender): void {
  if (!isOwnPage(sender, location.origin)) throw new Error('Only a page of Plimsoll may ask for this.');
}

async function readEverywhere(address: Address): Promise<void> {
  await refreshAll((await chainsOf(address)).map(({ id }) => ({ id, accounts: [address] })));
  await paintWatched();
}
