import { browser } from 'wxt/browser';
import type { AlertState, Notice } from '../model/alert';
import type { Address } from '../model/asset';
import type { EndpointHealth } from '../model/endpoint';
import type { Memo } from '../model/reader';
import type { AlertChoices, BadgePlace, OwnRpcs, Scheme, Snoozes } from '../model/settings';
import type { SearchState, Snapshot, Wallet } from '../model/snapshot';
import { drop, put, take } from './area';
import {
  alertChoicesSchema,
  networksSchema,
  rpcsSchema,
  schemeSchema,
  sitesSchema,
  snoozesSchema,
  verifySchema,
  walletsSchema,
} from './choices';
import { kept } from './kept';

/** Everything Plimsoll keeps. Each item stands alone, so that two writers never undo each other's work. */

/** Wallets that the user follows. Only the worker writes it. */
export const watchedItem = kept<Wallet[]>('local:wallets', {
  fallback: [],
  schema: walletsSchema,
  version: 2,
  migrations: {
    // The first knew no names, and read every wallet on every network.
    2: (old) => (old as object[]).map((wallet) => ({ label: '', chains: null, ...wallet })),
  },
});

/** Wallets that lending pages have shown in this browser session, newest first. Only the worker writes it. */
export const seenItem = kept<Wallet[]>('session:seen', { fallback: [] });

/** The networks that the user wants read; null until they choose. Only the worker writes it. */
export const networksItem = kept<number[] | null>('local:networks', {
  fallback: null,
  schema: networksSchema,
});

/** Hosts of a chain's RPCs that give no packed answers. Until the browser ends, as nodes are renewed. */
export const plainRpcsItem = (chainId: number) =>
  kept<string[]>(`session:plainRpcs:${chainId}`, { fallback: [] });

const lower = (address: Address) => address.toLowerCase();

/** The last reading of one account on one chain. */
export const snapshotItem = (chainId: number, account: Address) =>
  kept<Snapshot | null>(`local:snapshot:${chainId}:${lower(account)}`, { fallback: null });

/** What the readers of one account on one chain have learnt, by market. */
export const memoItem = (chainId: number, account: Address) =>
  kept<Record<string, Memo>>(`local:memo:${chainId}:${lower(account)}`, { fallback: {} });

const ALERTS = 'alerts:';

/** What the user was told of one account on one chain, and what is still to be told. Only the worker writes it. */
export const alertsItem = (chainId: number, account: Address) =>
  kept<AlertState>(`local:${ALERTS}${chainId}:${lower(account)}`, {
    fallback: { vigils: {}, pending: [] },
  });

/** The same of loans that were entered by hand: of no chain and no account. */
export const loanAlertsItem = alertsItem(0, '0x');

export async function alertsOfAll(): Promise<{ chainId: number; account: Address; state: AlertState }[]> {
  const all = await take('local', null);
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
  put('local', {
    ...Object.fromEntries(
      told.map(({ chainId, account, state }) => [
        `${ALERTS}${chainId}:${lower(account)}`,
        { ...state, pending: [] },
      ]),
    ),
    history,
  });

/** What the user was told, newest first. Only the worker writes it. */
export const historyItem = kept<Notice[]>('local:history', { fallback: [] });

/** What the user wants to be told; null until they choose. Only the options page writes it, and the snoozes too. */
export const alertChoicesItem = kept<AlertChoices | null>('local:alertChoices', {
  fallback: null,
  schema: alertChoicesSchema,
});
export const snoozesItem = kept<Snoozes>('local:snoozes', { fallback: {}, schema: snoozesSchema });

/** The user's own endpoints. Only the options page writes them. */
export const rpcsItem = kept<OwnRpcs>('local:rpcs', { fallback: {}, schema: rpcsSchema });

/** Whether a reading that would be good news is asked of a second endpoint. */
export const verifyItem = kept<boolean>('local:verify', { fallback: true, schema: verifySchema });

/** How the RPCs of one chain have behaved in this browser session. Only the worker writes it. */
export const rpcHealthItem = (chainId: number) =>
  kept<EndpointHealth[]>(`session:rpcs:${chainId}`, { fallback: [] });

/** The colours that the user chose. */
export const schemeItem = kept<Scheme>('local:scheme', { fallback: null, schema: schemeSchema });

/** How far the events of one chain were searched for one account, by market. Only the search writes it. */
export const searchItem = (chainId: number, account: Address) =>
  kept<Record<string, SearchState>>(`local:search:${chainId}:${lower(account)}`, {
    fallback: {},
  });
/** Loans entered by hand, and what is typed into forms: only the popup writes them, and it checks what it reads. */
export const loansItem = kept<unknown>('local:loans', { fallback: null });
export const calculatorItem = kept<unknown>('local:form:calculator', { fallback: null });
export const loanDraftItem = kept<unknown>('local:form:loan', { fallback: null });

/** Sites beside those of the manifest on which the user wants the badge. Only the options page writes them. */
export const sitesItem = kept<string[]>('local:sites', { fallback: [], schema: sitesSchema });

const PLACE = 'place:';

/** Where the badge was put on one site. */
export const placeItem = (host: string) =>
  kept<BadgePlace | null>(`local:${PLACE}${host}`, { fallback: null });

/** All of them by host, for the file that the user saves. */
export const placesItem = {
  async getValue(): Promise<Record<string, BadgePlace>> {
    const all = Object.entries(await take('local', null));
    return Object.fromEntries(
      all.flatMap(([key, place]) =>
        key.startsWith(PLACE) && place ? [[key.slice(PLACE.length), place as BadgePlace]] : [],
      ),
    );
  },
  async update(change: (places: Record<string, BadgePlace>) => Record<string, BadgePlace>): Promise<void> {
    const places = Object.entries(change(await placesItem.getValue()));
    await put('local', Object.fromEntries(places.map(([host, place]) => [PLACE + host, place])));
  },
};

/** Hosts on which the user has hidden the badge. */
export const hiddenHosts = async (): Promise<string[]> =>
  Object.entries(await placesItem.getValue()).flatMap(([host, { hidden }]) => (hidden ? [host] : []));

/** Forgets what was read of an account. */
export async function forget(chainId: number, account: Address): Promise<void> {
  const kinds = ['snapshot:', 'memo:', ALERTS, 'search:'];
  await drop(
    'local',
    kinds.map((kind) => `${kind}${chainId}:${lower(account)}`),
  );
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
