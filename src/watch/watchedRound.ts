import type { Card } from '../model/card';
import { keepAlarm } from '../platform/alarms';
import { watchedItem } from '../platform/storage';
import { paintToolbar } from '../platform/toolbar';
import { worstFirst } from '../view/card';
import { toolbarFace } from '../view/toolbarFace';
import { cardNow } from './look';
import { enabledChains } from './networks';
import { periodOf } from './period';
import { refresh } from './refresh';
import { searchFurther } from './search';
import { watchedAddresses } from './wallets';

/** Reads every watched wallet, one request per chain, paints the icon, and searches a little further. */
export async function refreshWatched(): Promise<void> {
  const wallets = await watchedItem.getValue();
  const rounds = (await enabledChains()).map(({ id }) => ({
    id,
    accounts: wallets.filter(({ chains }) => chains?.includes(id) ?? true).map(({ address }) => address),
  }));
  const busy = rounds.filter(({ accounts }) => accounts.length > 0);
  await Promise.all(busy.map(({ id, accounts }) => refresh(id, accounts)));
  await paintWatched();
  await Promise.all(busy.map(({ id, accounts }) => searchFurther(id, accounts)));
}

/** The icon shows the watched position that is closest to danger, and nothing where none is watched. */
export async function paintWatched(): Promise<void> {
  const accounts = await watchedAddresses();
  const cards: Card[] = [];
  for (const account of accounts) cards.push(await cardNow(account, null));
  const [worst] = cards.sort(worstFirst);
  await keepAlarm(periodOf(worst?.level ?? null));
  await paintToolbar(toolbarFace(worst ?? null));
}
