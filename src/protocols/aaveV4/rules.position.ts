import type { Address, Integer } from '../../model/asset';
import type { Collateral, Debt, Market, Position } from '../../model/position';

/** A reserve of an Aave v4 spoke: the same token may be there several times, once for each hub that lends it. */
interface AaveV4Reserve {
  readonly reserveId: number;
  /** The hub that lends it out, and its number there. */
  readonly lentBy: { readonly hub: Address; readonly assetId: number };
  /** Whether the reserve's hub lets the spoke move it: not to or from the outside when halted, in no way when inactive. */
  readonly hub: 'open' | 'halted' | 'inactive';
}

/** The threshold is that of the dynamic configuration the owner entered with, not of the latest one. */
export interface AaveV4Collateral extends Collateral, AaveV4Reserve {
  /** Shares of the hub's pool that `amount` is worth. */
  readonly shares: Integer;
  /** All that the hub holds of the asset and the shares of it, which set what a share is worth; null without a debt. */
  readonly pool: { readonly assets: Integer; readonly shares: Integer } | null;
  /** Whether a liquidator may take it as shares within the spoke, for which a halted hub is not asked. */
  readonly receivableAsShares: boolean;
  /** Of the owner's configuration, in basis points: 10500 pays the liquidator 5% on top. */
  readonly maxLiquidationBonus: Integer;
  /** The protocol's part of the bonus, in basis points. */
  readonly liquidationFee: Integer;
}

/** `amount` is what repaying all would cost; the health factor counts the unrounded rays below. */
export interface AaveV4Debt extends Debt, AaveV4Reserve {
  readonly drawnShares: Integer;
  /** Token units per drawn share, 27 decimals. */
  readonly drawnIndex: Integer;
  /** Interest for the risk of the collateral, in token units with 27 further decimals. */
  readonly premiumRay: Integer;
}

export interface AaveV4Position extends Position {
  readonly market: Market & { readonly protocol: 'aaveV4' };
  readonly collateral: readonly AaveV4Collateral[];
  readonly debt: readonly AaveV4Debt[];
  /** The spoke's LiquidationConfig: health factors as wads, the share of the bonus paid at 1 in basis points. */
  readonly liquidation: {
    readonly targetHealthFactor: Integer;
    readonly healthFactorForMaxBonus: Integer;
    readonly bonusFactor: Integer;
  };
}
