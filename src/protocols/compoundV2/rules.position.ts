import type { Address, Integer } from '../../model/asset';
import type { Collateral, Debt, Market, Position } from '../../model/position';

/** Collateral counts by its cTokens: `amount` is what they can be redeemed for, rounded down. */
export interface CTokenCollateral extends Collateral {
  readonly cToken: Address;
  /** 8 decimals. */
  readonly cTokens: Integer;
  /** Underlying per cToken as a mantissa (18 decimals), interest to the block included. */
  readonly exchangeRate: Integer;
}

export interface CompoundV2Debt extends Debt {
  readonly cToken: Address;
  /** A market that Compound gave up (factor 0, borrowing paused, all interest kept): liquidated at any health. */
  readonly deprecated: boolean;
}

/** Of the markets that the owner has entered; what was supplied without entering is no collateral and not here. */
export interface CompoundV2Position extends Position {
  readonly market: Market & { readonly protocol: 'compoundV2' };
  readonly collateral: readonly CTokenCollateral[];
  readonly debt: readonly CompoundV2Debt[];
  /** The Comptroller's closeFactorMantissa and liquidationIncentiveMantissa, 18 decimals. */
  readonly liquidation: {
    readonly closeFactor: Integer;
    readonly incentive: Integer;
    /** seizeGuardianPaused: nobody can be liquidated. */
    readonly paused: boolean;
  };
}
