import type { Position } from './position';

/** One asset's price moves and everything else is held: the contract's verdict along that line. */
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

/** A protocol's liquidation rules: integers in, the contract's own answer out. */
export interface Rules<P extends Position = Position> {
  /** The contract's health factor as a wad (18 decimals, its rounding); null where there is no debt. */
  healthFactor(position: P): bigint | null;
  /** The contract's verdict on the position as it stands. */
  liquidatable(position: P): boolean;
  along(position: P, asset: string): PriceLine;
}
