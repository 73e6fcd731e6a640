import type { Action } from './action';
import type { Address } from './asset';
import type { Position } from './position';

/** One feed's price moves and everything else is held: the contract's verdict along that line. */
export interface PriceLine {
  /** Where danger lies: below or above the current price, or nowhere. */
  readonly danger: 'below' | 'above' | 'none';
  /** The contract's verdict at this oracle price: true when it refuses to liquidate. */
  safe(price: bigint): boolean;
  /** The furthest price, from here towards danger and not beyond `limit`, up to which no rounding can liquidate. */
  surelySafeTo(price: bigint, limit: bigint): bigint;
  /** The furthest price, likewise, up to which the verdict turns at most once, from safe to liquidated. */
  steadyTo(price: bigint, limit: bigint): bigint;
}

/** An amount of one asset, in its smallest unit. */
export interface Amount {
  readonly asset: Address;
  readonly amount: bigint;
}

/** The largest single liquidation that the contract would carry out at the position's prices, were it liquidatable. */
export interface Seizure {
  /** Debt that the liquidator pays off for the owner. */
  readonly repaid: readonly Amount[];
  /** Collateral that the owner loses, bonus and protocol fee included. */
  readonly seized: readonly Amount[];
  /** What the owner is credited with in exchange (Compound v3 pays the surplus out in the base asset). */
  readonly credited: readonly Amount[];
  /** Why nobody can carry it out now (paused, grace period), in words; null where nothing stands in the way. */
  readonly blocked: string | null;
}

/** A protocol's liquidation rules: integers in, the contract's own answer out. */
export interface Rules<P extends Position = Position> {
  /**
   * Counted collateral over debt as a wad (18 decimals); null where there is no debt. The contract's own figure, with its
   * rounding, where it has one, else ours rounded down.
   */
  healthFactor(position: P): bigint | null;
  /** The contract's verdict on the position as it stands. */
  liquidatable(position: P): boolean;
  /** The line of a feed: all holdings priced by it move, whatever side they are on. What feeds share is done once. */
  along(position: P): (feed: string) => PriceLine;
  /** Sizes and penalty by the contract's own close factor, bonus and rounding; null where there is no debt. */
  seizure(position: P): Seizure | null;
  /**
   * The position after one action of its owner, prices held and no time passing. Where rounding depends on what a
   * position does not carry it is against the owner, so that on chain it never ends worse. What is brought to nothing is
   * gone from its list; a place where nothing stands changes nothing. `contract` and `agrees` stay those of before.
   */
  after(position: P, action: Action): P;
  /**
   * Why the contract would refuse an action, in words; null where nothing in the position stands in the way. Caps, a
   * pool's liquidity and an allowance are not in a position.
   */
  refusal(position: P, action: Action): string | null;
}
