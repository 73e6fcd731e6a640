import type { Integer } from '../../model/asset';
import type { Collateral, Market, Position } from '../../model/position';

export interface AaveV2Collateral extends Collateral {
  /** Collateral for debt, by value, in basis points: 10500 is 5% on top. */
  readonly liquidationBonus: Integer;
}

/** Debts at a stable and at a variable rate are one. A feed of 0 stands for the unit itself, whose price is always 1. */
export interface AaveV2Position extends Position {
  readonly market: Market & { readonly protocol: 'aaveV2' };
  readonly collateral: readonly AaveV2Collateral[];
  readonly arithmetic: 'averaged';
}
