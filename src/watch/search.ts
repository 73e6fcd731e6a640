import type { Chain } from '../chain/chains';
import { isOffline } from '../chain/client';
import { searchLogs } from '../chain/search';
import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { Searched } from '../model/logs';
import type { Market } from '../model/position';
import type { LogSearch } from '../model/reader';
import type { SearchState } from '../model/snapshot';
import { rpcHealthItem, searchItem } from '../platform/storage';
import { gapWords, isOver } from '../view/searching';
import { chainNow } from './networks';
import { marketsOn } from './reading';
import { refresh } from './refresh';

/** Of one search; it goes on another time. */
const REQUESTS = 20;

/** Pages look every few seconds. A search that is not over goes on after the first, any other after the second. */
const GO_ON_AFTER_MS = 15_000;
const AGAIN_AFTER_MS = 300_000;

interface Task {
  readonly account: Address;
  readonly market: Market;
  readonly search: LogSearch;
  readonly state: SearchState;
}

const never: SearchState = { searched: null, at: 0, failure: null };

/** One search a chain at a time. Lost with the worker, and then none is under way. */
const searching = new Set<number>();

/**
 * Goes on searching a chain's events for what accounts are in: for the one that has waited longest of those whose turn it
 * is. What is found is read at once. Never throws. Killed at any await it leaves the former progress whole.
 */
export async function searchFurther(chainId: number, accounts: readonly Address[]): Promise<void> {
  const chain = await chainNow(chainId);
  if (!chain || searching.has(chainId) || isOffline()) return;
  searching.add(chainId);
  try {
    const tasks = (await tasksOn(chainId, accounts)).filter(isDue);
    const [task] = tasks.sort((a, b) => a.state.at - b.state.at);
    if (task) await goOn(chain, task);
  } finally {
    searching.delete(chainId);
  }
}

/** What a search may have missed so far of an account's positions; null where it is over, or needs none there. */
export async function searchGap(
  { id, name }: Chain,
  account: Address,
  protocol: string,
): Promise<string | null> {
  const [task] = (await tasksOn(id, [account])).filter(({ market }) => market.protocol === protocol);
  return task ? gapWords(t('search.where', { market: task.market.name, chain: name }), task.state) : null;
}

async function tasksOn(chainId: number, accounts: readonly Address[]): Promise<Task[]> {
  const tasks = accounts.map(async (account) => {
    const kept = await searchItem(chainId, account).getValue();
    return marketsOn(chainId).flatMap(({ market, protocol: { search } }) =>
      search ? [{ account, market, search, state: kept[market.address] ?? never }] : [],
    );
  });
  return (await Promise.all(tasks)).flat();
}

function isDue({ state: { searched, at, failure } }: Task): boolean {
  const goesOn = failure === null && searched !== null && !isOver(searched);
  return Date.now() - at >= (goesOn ? GO_ON_AFTER_MS : AGAIN_AFTER_MS);
}

async function goOn(chain: Chain, { account, market, search, state }: Task): Promise<void> {
  const before = state.searched;
  const { searched, failure } = await searchLogs(
    chain,
    (head) => search.discover(market, account, head, before, REQUESTS),
    { book: rpcHealthItem(chain.id) },
  ).then(
    (after) => ({ searched: after, failure: null }),
    (error) => ({ searched: before, failure: error instanceof Error ? error.message : String(error) }),
  );
  const item = searchItem(chain.id, account);
  const kept = await item.getValue();
  await item.setValue({ ...kept, [market.address]: { searched, at: Date.now(), failure } });
  if (foundMore(before, searched)) await refresh(chain.id, [account]);
}

const countOf = (searched: Searched | null): number =>
  searched ? searched.ids.length + searched.authorized.length : 0;

const foundMore = (before: Searched | null, after: Searched | null): boolean =>
  countOf(after) > countOf(before);
