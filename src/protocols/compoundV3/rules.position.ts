import type { Integer } from '../../model/asset';
import type { Collateral, Market, Position } from '../../model/position';

/** What Comet's pause guardian can stop. */
export type CometAction = 'supply' | 'transfer' | 'withdraw' | 'absorb' | 'buy';

export interface CometCollateral extends Collateral {
  /** Share of the value that is credited to the owner when all is seized, over `factorScale`; the rest is the penalty. */
  readonly liquidationFactor: Integer;
}

/** Debt and collateral are there only where the owner has them; base that was supplied is no collateral and not here. */
export interface CompoundV3Position extends Position {
  readonly market: Market & { readonly protocol: 'compoundV3' };
  /** In the order of the contract's asset list. */
  readonly collateral: readonly CometCollateral[];
  /** The base balance before interest, negative where it is owed: times its index it is the balance. */
  readonly principal: Integer;
  /** Interest since the market began, 15 decimals, accrued to the block. */
  readonly indices: { readonly supply: Integer; readonly borrow: Integer };
  readonly paused: readonly CometAction[];
}
