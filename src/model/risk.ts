import type { Address, Asset, Integer } from './asset';
import type { Limits } from './settings';

export type Level = 'safe' | 'watch' | 'low' | 'critical' | 'liquidatable' | 'unknown';

/** Why an asset has no liquidation price. */
export type NoPriceReason =
  | 'already liquidatable'
  | 'safe at every price'
  | 'not used as collateral'
  | 'too flat to say';

/** The price of one asset at which the contract liquidates, every other price held. */
export interface LiquidationPrice {
  readonly asset: Asset;
  readonly feed: Address;
  readonly side: 'collateral' | 'debt' | 'both';
  readonly direction: 'below' | 'above' | 'none';
  /** The oracle price now. All prices here have `priceDecimals` decimals. */
  readonly price: Integer;
  readonly priceDecimals: number;
  /** The last oracle price at which the contract refuses to liquidate. */
  readonly safe: Integer | null;
  /** One unit further: it liquidates. */
  readonly liquidated: Integer | null;
  readonly reason: NoPriceReason | null;
}

/** All volatile assets move by the same share, dollars stand still. */
export interface MarketMove {
  readonly direction: 'below' | 'above' | 'none';
  /** Signed share of today's price at which the position liquidates ("-0.382"); null where none does. */
  readonly move: string | null;
  readonly reason: NoPriceReason | 'moves together' | null;
}

/** Decimal strings are exact or rounded against the user; nothing here is a float. */
export type Risk =
  | { readonly kind: 'no-debt'; readonly collateralValue: string }
  | { readonly kind: 'unknown'; readonly reason: string }
  | {
      readonly kind: 'borrowing';
      readonly level: Exclude<Level, 'unknown'>;
      /** Where its levels begin. */
      readonly limits: Limits;
      readonly healthFactor: string;
      /** 1 − 1/HF, and Σ collateral × threshold − Σ debt in the market's unit. Negative when liquidatable. */
      readonly buffer: { readonly share: string; readonly value: string };
      readonly collateralValue: string;
      readonly debtValue: string;
      readonly borrowingPower: string;
      /** Debt over borrowing power; null where there is no borrowing power. */
      readonly utilization: string | null;
      /** What the largest single liquidation would cost at these prices; null where that is not known. */
      readonly loss: string | null;
      /** Why nobody can liquidate it now, in words: a pause, a grace period; null where nothing stands in the way. */
      readonly blocked: string | null;
      readonly liquidationPrices: readonly LiquidationPrice[];
      readonly together: MarketMove;
      /** True for a pair that moves together (wstETH against WETH): the buffer is then a depeg. */
      readonly pegged: boolean;
      /** False when our replica and the contract differ: every figure is shown with "≈". */
      readonly agrees: boolean;
    };

export type Borrowing = Extract<Risk, { kind: 'borrowing' }>;
