import type { Address, Integer } from '../../model/asset';
import type { Market, Position } from '../../model/position';

/** A contract that the owner allowed to take collateral before Morpho would: its PreLiquidationParams, as wads. */
export interface PreLiquidation {
  readonly address: Address;
  /** Above this loan-to-value it acts. */
  readonly preLltv: Integer;
  /** The share of the debt that it repays at most, there and at the market's LLTV; above one it is all. */
  readonly preLCF1: Integer;
  readonly preLCF2: Integer;
  /** Collateral for debt by value, likewise. */
  readonly preLIF1: Integer;
  readonly preLIF2: Integer;
}

/**
 * The market's one collateral. `loanToValue` is its LLTV, and so is `threshold`, Morpho keeps nothing between them; but
 * where a pre-liquidation contract may act, `threshold` is the lowest at which one does.
 */
export interface MorphoBluePosition extends Position {
  readonly market: Market & { readonly protocol: 'morphoBlue'; readonly id: `0x${string}` };
  /** What the owner owes as shares, and what all borrowers owe, interest to the block included: they set `amount`. */
  readonly borrowed: {
    readonly shares: Integer;
    readonly totalAssets: Integer;
    readonly totalShares: Integer;
  };
  readonly preLiquidations: readonly PreLiquidation[];
}
