import type { Address } from '../../model/asset';
import type { Position } from '../../model/position';
import type { Memo } from '../../model/reader';

/** What a feed is, which it stays: a feed cannot be changed, only replaced by another. */
export interface Known {
  readonly description: string | null;
  /** The function that tells when the answer was last updated; null where none does, or the feeds behind it do. */
  readonly clock: 'latestTimestamp' | 'latestRoundData' | null;
  readonly hasCap: boolean;
  readonly fixed: boolean;
  readonly discounted: boolean;
  /** The feeds that its answer is made of. */
  readonly sources: readonly Address[];
}

/** A feed of which nothing can be known. */
export const silent: Known = {
  description: null,
  clock: null,
  hasCap: false,
  fixed: false,
  discounted: false,
  sources: [],
};

export type Feeds = Readonly<Record<Address, Known>>;

/** Feeds whose holdings are known, and what has been learnt of them and of those behind them. */
export interface Beliefs {
  readonly feeds: readonly Address[];
  readonly known: Feeds;
}

/** The deepest that are deployed: a principal token's feed, a stablecoin's cap, Chainlink's proxy. */
export const MAX_DEPTH = 3;

const isAddress = (value: unknown): value is Address =>
  typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value);

const isKnown = (value: unknown): boolean => {
  const { description, clock, hasCap, fixed, discounted, sources } = (value ?? {}) as Partial<Known>;
  return (
    (description === null || typeof description === 'string') &&
    (clock === null || clock === 'latestTimestamp' || clock === 'latestRoundData') &&
    [hasCap, fixed, discounted].every((each) => typeof each === 'boolean') &&
    Array.isArray(sources) &&
    sources.every(isAddress)
  );
};

/** A memo has been in storage; what is not of its form is forgotten. */
export function beliefsFrom(memo: Memo | null): Beliefs {
  const { feeds, known } = (memo ?? {}) as Partial<Beliefs>;
  return {
    feeds: Array.isArray(feeds) ? feeds.filter(isAddress) : [],
    known: Object.fromEntries(
      Object.entries(known ?? {}).filter(([feed, each]) => isAddress(feed) && isKnown(each)),
    ),
  };
}

/** The memo for the next reading: it asks about the feeds of these positions. */
export const memoFor = (memo: Memo | null, positions: readonly Position[]): Memo => ({
  ...beliefsFrom(memo),
  feeds: feedsOf(positions),
});

/**
 * The memo after a round that was too much for the node: a feed that eats all gas would make every round that, so the
 * new ones are given up, and where there is none all of them.
 */
export function givenUp(memo: Memo | null): Memo {
  const { feeds, known } = beliefsFrom(memo);
  const all = withSources(feeds, known);
  const unknown = all.filter((feed) => !known[feed]);
  const lost = unknown.length > 0 ? unknown : all;
  return { feeds, known: { ...known, ...Object.fromEntries(lost.map((feed) => [feed, silent])) } };
}

/** Where no feed is known, the asset itself stands for it, and nothing for the unit of account. */
function feedsOf(positions: readonly Position[]): Address[] {
  const holdings = positions.flatMap(({ collateral, debt }) => [...collateral, ...debt]);
  const priced = holdings.filter(({ feed, address }) => feed !== address && BigInt(feed) !== 0n);
  return [...new Set(priced.map(({ feed }) => feed))];
}

/** The feeds and all those behind them, as far as they are known. */
export function withSources(feeds: readonly Address[], known: Feeds, depth = MAX_DEPTH): Address[] {
  if (depth === 0) return [];
  const behind = feeds.flatMap((feed) => known[feed]?.sources ?? []);
  return [...new Set([...feeds, ...(behind.length > 0 ? withSources(behind, known, depth - 1) : [])])];
}
