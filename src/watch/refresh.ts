import { chainById } from '../chain/chains';
import { readChain } from '../chain/client';
import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { Found } from '../model/logs';
import type { Market } from '../model/position';
import type { Hex, Memo, Protocol } from '../model/reader';
import type { Figures, Snapshot } from '../model/snapshot';
import { memoItem, searchItem, snapshotItem } from '../platform/storage';
import { protocols } from '../protocols/registry';
import { alertOn } from './alerts';
import { alertBlind } from './blind';
import { feedReader, feedsHeard } from './feeds';
import { isWatched } from './wallets';

/** Reading the same accounts twice at once would show nothing new. Lost with the worker, and then nothing is under way. */
const underWay = new Map<string, Promise<void>>();

/**
 * Reads accounts on one chain, all in the same requests, and keeps what was read. Never throws: a failure is kept too,
 * beside the last good figures. Killed at any await it leaves the former snapshot whole.
 */
export function refresh(
  chainId: number,
  accounts: readonly Address[],
  /** Of the market that an open page is about; null where there is none. */
  marketId: Hex | null = null,
): Promise<void> {
  const key = [chainId, ...accounts, marketId].join();
  const running =
    underWay.get(key) ?? readAndKeep(chainId, accounts, marketId).finally(() => underWay.delete(key));
  underWay.set(key, running);
  return running;
}

async function readAndKeep(
  chainId: number,
  accounts: readonly Address[],
  marketId: Hex | null,
): Promise<void> {
  const readings = await read(chainId, accounts, marketId);
  await keepInTurn(readings);
}

/** One at a time: between looking at what is kept and writing, another reading's newer figures could come. */
let keeping: Promise<void> = Promise.resolve();

function keepInTurn(readings: readonly Kept[]): Promise<void> {
  const keepAll = async () => {
    for (const reading of readings) await keep(reading);
  };
  keeping = keeping.then(keepAll, keepAll);
  return keeping;
}

interface Kept {
  readonly account: Address;
  readonly chainId: number;
  readonly figures: Figures | null;
  readonly memos: Record<string, Memo>;
  readonly reason: string | null;
}

async function read(chainId: number, accounts: readonly Address[], marketId: Hex | null): Promise<Kept[]> {
  const failed = (reason: string) =>
    accounts.map((account) => ({ account, chainId, figures: null, memos: {}, reason }));
  const chain = chainById(chainId);
  if (!chain) return failed(t('chain.unread', { id: chainId }));
  try {
    const memos = await Promise.all(accounts.map((account) => memoItem(chainId, account).getValue()));
    const searches = await Promise.all(accounts.map((account) => searchItem(chainId, account).getValue()));
    const jobs = accounts.flatMap((account, index) =>
      marketsOn(chainId).map(({ market, protocol }) => {
        const memo = memos[index]?.[market.address] ?? null;
        const found = searches[index]?.[market.address]?.searched ?? null;
        const told = protocol.search?.learn(memo, together(found, marketId)) ?? memo;
        return { account, market, start: () => protocol.read(market, account, told) };
      }),
    );
    // The feeds come last, so that one that eats all gas leaves none of the markets without.
    const { outcomes, block, rpc } = await readChain(chain, () => [
      ...jobs.map(({ start }) => start()),
      ...memos.map(feedReader),
    ]);
    const ended = jobs.map((job, index) => ({ ...job, outcome: outcomes[index] }));
    return accounts.map((account, index) => {
      const own = ended.filter((job) => job.account === account);
      const positions = own.flatMap(({ outcome }) =>
        outcome && 'reading' in outcome ? outcome.reading.positions : [],
      );
      const feeds = feedsHeard(outcomes[jobs.length + index], memos[index] ?? {}, positions);
      const figures = {
        account,
        chainId,
        block,
        rpc,
        positions,
        oracles: feeds.oracles,
        errors: own.flatMap(({ market, outcome }) => {
          if (!outcome) return [];
          if ('reason' in outcome) return [{ market: plain(market), reason: outcome.reason }];
          return outcome.reading.errors ?? [];
        }),
      };
      const learnt = own.flatMap(({ market, outcome }) =>
        outcome && 'reading' in outcome ? [[market.address, outcome.reading.memo] as const] : [],
      );
      return {
        account,
        chainId,
        figures,
        memos: { ...memos[index], ...Object.fromEntries(learnt), ...feeds.memos },
        reason: null,
      };
    });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

/** The page's own market first: there may be a limit to how many are looked at. */
const together = (found: Found | null, marketId: Hex | null): Found => ({
  ids: (marketId ? [marketId] : []).concat(found?.ids ?? []),
  authorized: found?.authorized ?? [],
});

export const marketsOn = (chainId: number): { readonly market: Market; readonly protocol: Protocol }[] =>
  protocols.flatMap((protocol) =>
    protocol.markets.filter((market) => market.chainId === chainId).map((market) => ({ market, protocol })),
  );

/** Without what only the reader needs. */
const plain = ({ protocol, chainId, address, name }: Market): Market => ({
  protocol,
  chainId,
  address,
  name,
});

/** A late answer never replaces a newer one, and a failure never replaces figures: it stands beside them. */
async function keep({ account, chainId, figures, memos, reason }: Kept): Promise<void> {
  const item = snapshotItem(chainId, account);
  const before = await item.getValue();
  if (!figures) {
    const at = Date.now();
    const failure = { at, since: before?.failure?.since ?? at, reason: reason ?? t('chain.noReason') };
    const after = { account, chainId, figures: before?.figures ?? null, failure };
    await item.setValue(after);
    if (await isWatched(account)) await alertBlind(after, failure).catch(() => undefined);
    return;
  }
  if (isOlder(figures, before)) return;
  await memoItem(chainId, account).setValue(memos);
  await item.setValue({ account, chainId, figures, failure: null });
  // What could not be shown is written down, and shown with the next reading.
  if (await isWatched(account)) await alertOn(figures).catch(() => undefined);
}

const isOlder = (figures: Figures, before: Snapshot | null): boolean =>
  before?.figures != null && figures.block.timestamp < before.figures.block.timestamp;
