import type { Card } from '../model/card';
import { keepAlarm } from '../platform/alarms';
import { watchedItem } from '../platform/storage';
import { paintToolbar } from '../platform/toolbar';
import { worstFirst } from '../view/card';
import { toolbarFace } from '../view/toolbarFace';
import { alertOnLoans } from './alerts/onLoans';
import { tellPending } from './alerts/tell';
import { headlineOf, loansNow } from './loans';
import { cardNow } from './look';
import { enabledChains } from './networks';
import { periodOf } from './period';
import { refreshAll } from './refresh';
import { searchFurther } from './search';
import { watchedAddresses } from './wallets';

/** Alarms that waited while the machine slept come together: one reading catches up. */
const TOGETHER_MS = 15_000;

let running: Promise<void> | null = null;
let endedAt = 0;

/** The alarm rang: reads, unless that has just been done. */
export async function onTime(): Promise<void> {
  if (Math.abs(Date.now() - endedAt) > TOGETHER_MS) await refreshWatched();
}

/** Reads every watched wallet, one request per chain, paints the icon, and searches a little further. Once at a time. */
export function refreshWatched(): Promise<void> {
  running ??= round().finally(() => {
    running = null;
    endedAt = Date.now();
  });
  return running;
}

async function round(): Promise<void> {
  const wallets = await watchedItem.getValue();
  const rounds = (await enabledChains()).map(({ id }) => ({
    id,
    accounts: wallets.filter(({ chains }) => chains?.includes(id) ?? true).map(({ address }) => address),
  }));
  const busy = rounds.filter(({ accounts }) => accounts.length > 0);
  await refreshAll(busy);
  await alertOnLoans();
  await tellPending();
  await paintWatched();
  await Promise.all(busy.map(({ id, accounts }) => searchFurther(id, accounts)));
}

/** The icon shows the watched position or the loan that is closest to danger, and nothing where none is watched. */
export async function paintWatched(): Promise<void> {
  const accounts = await watchedAddresses();
  const cards: Card[] = [];
  for (const account of accounts) cards.push(await cardNow(account, null));
  const loans = (await loansNow()).map(headlineOf);
  const [read] = cards.sort(worstFirst);
  const [worst] = [...cards, ...loans].sort(worstFirst);
  // Loans without a wallet need nothing read, only that their days are looked at.
  await keepAlarm(periodOf(read?.level ?? (loans.length > 0 ? 'safe' : null)));
  await paintToolbar(toolbarFace(worst ?? null));
}
