import type { Integer } from './asset';
import type { Level, MarketMove } from './risk';

/** Signed shares of today's prices are decimal strings: "-0.3". */
export interface StressPoint {
  readonly move: string;
  /** Null without a debt. */
  readonly healthFactor: string | null;
  readonly level: Exclude<Level, 'unknown'>;
  /** By the contract's rules at these prices. */
  readonly liquidatable: boolean;
}

/** A common move of all volatile assets, from −60% to +20%. */
export interface Stress {
  readonly points: readonly StressPoint[];
  /** The move at which it liquidates. */
  readonly edge: MarketMove;
}

/** Assets that follow one price, moved by one share while all others are held. */
export interface GroupMove {
  readonly peg: 'euro' | 'ether' | 'bitcoin';
  /** The asset that names the group, and the others in it. */
  readonly main: string;
  readonly others: readonly string[];
  readonly move: MarketMove;
  /** Price of the main asset now, and at the last safe step of `move`; null where the market counts in the group itself. */
  readonly price: Integer;
  readonly safe: Integer | null;
  readonly priceDecimals: number;
}

/** Collateral and debt that follow one price drift apart: all that counts falls against what is owed. */
export interface Depeg {
  readonly collateral: string;
  readonly debt: string;
  readonly move: MarketMove;
  /** Price of the largest collateral in the largest debt, now and at the last safe step, rounded up: never too low. */
  readonly ratio: string;
  readonly safeRatio: string | null;
}

export interface Groups {
  readonly groups: readonly GroupMove[];
  readonly depeg: Depeg | null;
}

/** Why no common fall liquidates a position. */
export type NoFallReason = 'no debt' | 'only a rise' | 'not known' | 'moves together' | 'safe at every price';

/** One of the positions asked about, by its place among them. */
export interface Ranked {
  readonly index: number;
  /** The common fall it still bears ("-0.382"), "0" where it can be liquidated now; null where no fall does. */
  readonly fall: string | null;
  readonly reason: NoFallReason | null;
}
