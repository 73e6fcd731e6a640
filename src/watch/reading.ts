import type { Chain } from '../chain/chains';
import type { Outcome } from '../chain/lockstep';
import type { Address } from '../model/asset';
import type { Found } from '../model/logs';
import type { Market } from '../model/position';
import type { Hex, Memo, Protocol } from '../model/reader';
import type { Figures } from '../model/snapshot';
import { memoItem, rpcHealthItem, searchItem } from '../platform/storage';
import { protocols } from '../protocols/registry';
import { feedReader, feedsHeard } from './feeds';
import { readRemembering } from './plainRpcs';

/** What one RPC said of an account, and what was learnt for the next time. */
export interface Read {
  readonly figures: Figures;
  readonly memos: Record<string, Memo>;
}

/** The market that an open page is about, null where there is none; and the RPC that is not to be asked. */
export interface Wish {
  readonly marketId: Hex | null;
  readonly except?: string;
}

/** Reads accounts on one chain, all in the same requests of one RPC. @throws ChainUnreachable, Offline */
export async function readAccounts(
  chain: Chain,
  accounts: readonly Address[],
  { marketId, except }: Wish,
): Promise<Read[]> {
  const { id: chainId } = chain;
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
  const { outcomes, block, rpc } = await readRemembering(
    chain,
    () => [...jobs.map(({ start }) => start()), ...memos.map(feedReader)],
    { book: rpcHealthItem(chainId), except },
  );
  const ended = jobs.map((job, index) => ({ ...job, outcome: outcomes[index] }));
  return accounts.map((account, index) => {
    const own = ended.filter((job) => job.account === account);
    const positions = own.flatMap(({ outcome }) => readingOf(outcome)?.positions ?? []);
    const feeds = feedsHeard(outcomes[jobs.length + index], memos[index] ?? {}, positions);
    const learnt = own.flatMap(({ market, outcome }) => {
      const reading = readingOf(outcome);
      return reading ? [[market.address, reading.memo] as const] : [];
    });
    return {
      figures: {
        account,
        chainId,
        block,
        rpc,
        positions,
        oracles: feeds.oracles,
        errors: own.flatMap(errorsOf),
      },
      memos: { ...memos[index], ...Object.fromEntries(learnt), ...feeds.memos },
    };
  });
}

const readingOf = (outcome: Outcome | undefined) =>
  outcome && 'reading' in outcome ? outcome.reading : null;

function errorsOf({ market, outcome }: { market: Market; outcome: Outcome | undefined }): Figures['errors'] {
  if (!outcome) return [];
  if ('reason' in outcome) return [{ market: plain(market), reason: outcome.reason }];
  return outcome.reading.errors ?? [];
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
