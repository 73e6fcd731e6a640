import type { Address } from './asset';

/** What a feed says of itself. All of it is information: no figure rests on it. */
export interface OracleFacts {
  /** "ETH / USD"; of a feed without a name those of the feeds behind it. Cleaned, at most 60 characters each. */
  readonly description: string | null;
  /** Seconds since 1970 of its oldest part; null where no part tells a believable time. */
  readonly updatedAt: number | null;
  /** Whether a cap holds the price down now; null where there is no cap. */
  readonly capped: boolean | null;
  /** Its answer is a number that somebody wrote down, and no market moves it. */
  readonly fixed: boolean;
  /** A principal token's price: what it is redeemed for, less a discount that shrinks with time. */
  readonly discounted: boolean;
}

/** By the feed's address. */
export type Oracles = Readonly<Record<Address, OracleFacts>>;
