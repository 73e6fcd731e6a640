import type { Integer } from '../../model/asset';
import type { Collateral, Debt, Market, Position } from '../../model/position';

interface AaveV3Reserve {
  /** Seconds since 1970 up to which nobody may liquidate this reserve; null where that is over, and before 3.1. */
  readonly graceUntil: number | null;
}

export interface AaveV3Collateral extends Collateral, AaveV3Reserve {
  /** Collateral for debt, by value, in basis points: 10500 is 5% on top. The efficiency mode's own inside it. */
  readonly liquidationBonus: Integer;
  /** The protocol's part of what is on top, in basis points. */
  readonly liquidationFee: Integer;
}

export type AaveV3Debt = Debt & AaveV3Reserve;

/** Spark is a fork: the same position by the same rules. */
export interface AaveV3Position extends Position {
  readonly market: Market & { readonly protocol: 'aaveV3' | 'spark' };
  readonly collateral: readonly AaveV3Collateral[];
  readonly debt: readonly AaveV3Debt[];
  /** The version whose rules for the size of a liquidation the pool has: those that have not changed since. */
  readonly version: '3.0' | '3.3' | '3.5' | '3.7';
  /** How the pool adds up: 3.5 and later sum exactly, 3.0 to 3.4 average the threshold first. */
  readonly arithmetic: 'exactSum' | 'averaged';
  /** The efficiency mode the owner is in; null outside of any. */
  readonly eMode: { readonly id: number; readonly label: string } | null;
}
