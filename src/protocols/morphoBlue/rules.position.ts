import type { Integer } from '../../model/asset';
import type { Market, Position } from '../../model/position';

/** The market's one collateral. `threshold` and `loanToValue` are both its LLTV: Morpho keeps nothing between them. */
export interface MorphoBluePosition extends Position {
  readonly market: Market & { readonly protocol: 'morphoBlue'; readonly id: `0x${string}` };
  /** What the owner owes as shares, and what all borrowers owe, interest to the block included: they set `amount`. */
  readonly borrowed: {
    readonly shares: Integer;
    readonly totalAssets: Integer;
    readonly totalShares: Integer;
  };
}
