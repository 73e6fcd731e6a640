import type { Address, Integer } from './asset';
import type { Level } from './risk';

/** The figures that have a plain meaning one tap away. */
export type Term =
  | 'healthFactor'
  | 'buffer'
  | 'liquidationPrice'
  | 'borrowingPower'
  | 'utilization'
  | 'together'
  | 'loss'
  | 'collateral'
  | 'debt';

export interface Trigger {
  readonly asset: string;
  /** Exact, every decimal of the oracle: "$1,870.12345678"; null where there is none. */
  readonly price: string | null;
  /** Rounded towards the current price: "$1,871". */
  readonly short: string | null;
  readonly now: string;
  readonly direction: 'below' | 'above' | 'none';
  /** Why there is no price, in words. */
  readonly reason: string | null;
  /** "10 ETH" */
  readonly amount: string;
  readonly side: 'collateral' | 'debt' | 'both';
  /** "paused", "not used as collateral", "old price" */
  readonly labels: readonly string[];
  /** Where the price comes from and how old it is: one click away; null where nothing is known of it. */
  readonly source: string | null;
}

/** The health factor, buffer and price that the pill, the popup and the toolbar all show. */
export interface Headline {
  readonly level: Level;
  /** The level as a word: "Safe". */
  readonly word: string;
  /** "1.62", "≈1.62", "no debt", "100+", "?" */
  readonly healthFactor: string;
  /** "−38%" */
  readonly buffer: string | null;
  /** "ETH $1,870" */
  readonly trigger: string | null;
  /** The whole of it as a sentence, for a screen reader and a tooltip. */
  readonly sentence: string;
  /** Why it is unknown, or what the reader should know beside the figure. */
  readonly reason: string | null;
}

export interface PositionCard extends Headline {
  /** Chain, market and owner: stable across refreshes. */
  readonly key: string;
  /** "Aave v3 Core · Ethereum" */
  readonly title: string;
  readonly figures: readonly {
    readonly term: Term;
    readonly value: string;
    readonly detail: string | null;
  }[];
  /** Debt over borrowing power, 0 and up, for the meter; null where unknown. */
  readonly utilization: number | null;
  /** For the gauge: the buffer as a share, and where Watch, Low and Critical begin; absent where unknown. */
  readonly scale?: { readonly buffer: number; readonly limits: readonly [number, number, number] };
  readonly triggers: readonly Trigger[];
  /** "Our figure and the contract's differ …", "USDC is paused …" */
  readonly notes: readonly string[];
}

export interface Freshness {
  readonly block: Integer;
  /** Seconds since 1970, of the block. */
  readonly timestamp: number;
  readonly rpc: string;
}

/** Everything a surface shows about one account: words only, so that the page needs no arithmetic. */
export interface Card extends Headline {
  readonly account: Address | null;
  /** Worst first. */
  readonly positions: readonly PositionCard[];
  readonly freshness: Freshness | null;
}
