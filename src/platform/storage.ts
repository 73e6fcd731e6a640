import { type StorageItemKey, storage } from '@wxt-dev/storage';
import { browser } from 'wxt/browser';
import type { AlertState, Notice } from '../model/alert';
import type { Address } from '../model/asset';
import type { Memo } from '../model/reader';
import type { AlertChoices, BadgePlace, OwnRpcs, Scheme, Snoozes } from '../model/settings';
import type { SearchState, Snapshot, Wallet } from '../model/snapshot';

/** Everything Plimsoll keeps. Each item stands alone, so that two writers never undo each other's work. */

/** Wallets that the user follows. Only the worker writes it. */
export const watchedItem = storage.defineItem<Wallet[]>('local:wallets', { fallback: [] });

/** Wallets that lending pages have shown in this browser session, newest first. Only the worker writes it. */
export const seenItem = storage.defineItem<Wallet[]>('session:seen', { fallback: [] });

/** The networks that the user wants read; null until they choose. Only the worker writes it. */
export const networksItem = storage.defineItem<number[] | null>('local:networks', { fallback: null });

const lower = (address: Address) => address.toLowerCase();

/** The last reading of one account on one chain. */
export const snapshotItem = (chainId: number, account: Address) =>
  storage.defineItem<Snapshot | null>(`local:snapshot:${chainId}:${lower(account)}`, { fallback: null });

/** What the readers of one account on one chain have learnt, by market. */
export const memoItem = (chainId: number, account: Address) =>
  storage.defineItem<Record<string, Memo>>(`local:memo:${chainId}:${lower(account)}`, { fallback: {} });

const ALERTS = 'alerts:';

/** What the user was told of one account on one chain, and what is still to be told. Only the worker writes it. */
export const alertsItem = (chainId: number, account: Address) =>
  storage.defineItem<AlertState>(`local:${ALERTS}${chainId}:${lower(account)}`, {
    fallback: { vigils: {}, pending: [] },
  });

/** The same of loans that were entered by hand: of no chain and no account. */
export const loanAlertsItem = alertsItem(0, '0x');

export async function alertsOfAll(): Promise<{ chainId: number; account: Address; state: AlertState }[]> {
  const all = await storage.snapshot('local');
  return Object.entries(all).flatMap(([key, state]) => {
    const [chainId, account] = key.startsWith(ALERTS) ? key.slice(ALERTS.length).split(':') : [];
    return chainId && account
      ? [{ chainId: Number(chainId), account: account as Address, state: state as AlertState }]
      : [];
  });
}

/** Crosses out what was told and remembers it, in one write: a worker that is killed has done both or neither. */
export const crossOut = (
  told: readonly { chainId: number; account: Address; state: AlertState }[],
  history: readonly Notice[],
): Promise<void> =>
  storage.setItems([
    ...told.map(({ chainId, account, state }) => ({
      item: alertsItem(chainId, account),
      value: { ...state, pending: [] },
    })),
    { item: historyItem, value: history },
  ]);

/** What the user was told, newest first. Only the worker writes it. */
export const historyItem = storage.defineItem<Notice[]>('local:history', { fallback: [] });

/** What the user wants to be told; null until they choose. Only the options page writes it, and the snoozes too. */
export const alertChoicesItem = storage.defineItem<AlertChoices | null>('local:alertChoices', {
  fallback: null,
});
export const snoozesItem = storage.defineItem<Snoozes>('local:snoozes', { fallback: {} });

/** The user's own endpoints. Only the options page writes them. */
export const rpcsItem = storage.defineItem<OwnRpcs>('local:rpcs', { fallback: {} });

/** Whether a reading that would be good news is asked of a second endpoint. */
export const verifyItem = storage.defineItem<boolean>('local:verify', { fallback: true });

/** The colours that the user chose. */
export const schemeItem = storage.defineItem<Scheme>('local:scheme', { fallback: null });

/** How far the events of one chain were searched for one account, by market. Only the search writes it. */
export const searchItem = (chainId: number, account: Address) =>
  storage.defineItem<Record<string, SearchState>>(`local:search:${chainId}:${lower(account)}`, {
    fallback: {},
  });
/** Loans entered by hand, and what is typed into forms: only the popup writes them, and it checks what it reads. */
export const loansItem = storage.defineItem<unknown>('local:loans', { fallback: null });
export const calculatorItem = storage.defineItem<unknown>('local:form:calculator', { fallback: null });
export const loanDraftItem = storage.defineItem<unknown>('local:form:loan', { fallback: null });

const PLACE = 'place:';

/** Where the badge was put on one site. */
export const placeItem = (host: string) =>
  storage.defineItem<BadgePlace | null>(`local:${PLACE}${host}`, { fallback: null });

/** Hosts on which the user has hidden the badge. */
export async function hiddenHosts(): Promise<string[]> {
  const all = await storage.snapshot('local');
  return Object.entries(all)
    .filter(([key, value]) => key.startsWith(PLACE) && (value as BadgePlace | null)?.hidden === true)
    .map(([key]) => key.slice(PLACE.length));
}

/** Forgets what was read of an account. */
export async function forget(chainId: number, account: Address): Promise<void> {
  const keys: StorageItemKey[] = [
    `local:snapshot:${chainId}:${lower(account)}`,
    `local:memo:${chainId}:${lower(account)}`,
    `local:${ALERTS}${chainId}:${lower(account)}`,
    `local:search:${chainId}:${lower(account)}`,
  ];
  await storage.removeItems(keys);
}

/** Calls back after any change to what is kept, until the returned function is called. */
export function onChange(callback: () => void): () => void {
  browser.storage.onChanged.addListener(callback);
  return () => browser.storage.onChanged.removeListener(callback);
}

/** Content scripts share a process with the page: they get words by message and nothing from storage. */
export async function keepFromPages(): Promise<void> {
  for (const area of [browser.storage.local, browser.storage.session]) {
    // Firefox has no access levels: there content scripts may read storage.local.
    await (area as { setAccessLevel?: (to: object) => Promise<void> }).setAccessLevel?.({
      accessLevel: 'TRUSTED_CONTEXTS',
    });
  }
}
