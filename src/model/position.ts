import type { Address, Asset, Integer } from './asset';

/** The protocols that Plimsoll reads. */
export type ProtocolId =
  | 'aaveV3'
  | 'aaveV4'
  | 'compoundV3'
  | 'spark'
  | 'aaveV2'
  | 'compoundV2'
  | 'morphoBlue';

export interface Market {
  readonly protocol: ProtocolId;
  readonly chainId: number;
  /** The contract that liquidates: for Aave the pool. */
  readonly address: Address;
  /** As borrowers call it: "Aave v3 Core". */
  readonly name: string;
  /** Which of them, where one contract keeps many markets (Morpho Blue). */
  readonly id?: `0x${string}`;
}

export interface Block {
  readonly number: Integer;
  /** Seconds since 1970, as the chain says. */
  readonly timestamp: number;
}

/** What stands in the way of using or liquidating an asset; shown as a label. */
export type Condition = 'frozen' | 'paused' | 'inactive';

export interface Holding extends Asset {
  /** Interest included, in the token's smallest unit. */
  readonly amount: Integer;
  /** One whole token in the market's unit, as its oracle says, with `priceDecimals` decimals. */
  readonly price: Integer;
  readonly priceDecimals: number;
  /** The contract whose answer is the price: holdings with the same feed always move together. */
  readonly feed: Address;
  readonly conditions: readonly Condition[];
}

export interface Collateral extends Holding {
  /** Share of the value that counts against the debt before liquidation, over `factorScale`. */
  readonly threshold: Integer;
  /** Share of the value that may be borrowed, over `factorScale`. */
  readonly loanToValue: Integer;
  /** False when the owner does not use it as collateral: it then counts for nothing. */
  readonly enabled: boolean;
}

export type Debt = Holding;

interface PositionBase {
  readonly market: Market;
  readonly owner: Address;
  /** What prices are quoted in: "USD", or a token's symbol. */
  readonly unit: string;
  readonly factorScale: Integer;
  readonly collateral: readonly Collateral[];
  readonly debt: readonly Debt[];
  /** The contract's own words at the same block: its health factor as a wad, null where it has no debt. */
  readonly contract: { readonly healthFactor: Integer | null; readonly liquidatable: boolean };
  /** Whether our replica of the contract's rules gave the same verdict and health factor. */
  readonly agrees: boolean;
}

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
export interface AaveV3Position extends PositionBase {
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

export interface AaveV2Collateral extends Collateral {
  /** Collateral for debt, by value, in basis points: 10500 is 5% on top. */
  readonly liquidationBonus: Integer;
}

/** Debts at a stable and at a variable rate are one. A feed of 0 stands for the unit itself, whose price is always 1. */
export interface AaveV2Position extends PositionBase {
  readonly market: Market & { readonly protocol: 'aaveV2' };
  readonly collateral: readonly AaveV2Collateral[];
  readonly arithmetic: 'averaged';
}

/** A reserve of an Aave v4 spoke: the same token may be there several times, once for each hub that lends it. */
interface AaveV4Reserve {
  readonly reserveId: number;
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

export interface AaveV4Position extends PositionBase {
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

/** What Comet's pause guardian can stop. */
export type CometAction = 'supply' | 'transfer' | 'withdraw' | 'absorb' | 'buy';

export interface CometCollateral extends Collateral {
  /** Share of the value that is credited to the owner when all is seized, over `factorScale`; the rest is the penalty. */
  readonly liquidationFactor: Integer;
}

/** Debt and collateral are there only where the owner has them; base that was supplied is no collateral and not here. */
export interface CompoundV3Position extends PositionBase {
  readonly market: Market & { readonly protocol: 'compoundV3' };
  /** In the order of the contract's asset list. */
  readonly collateral: readonly CometCollateral[];
  /** The base balance before interest, negative where it is owed: times its index it is the balance. */
  readonly principal: Integer;
  /** Interest since the market began, 15 decimals, accrued to the block. */
  readonly indices: { readonly supply: Integer; readonly borrow: Integer };
  readonly paused: readonly CometAction[];
}

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
export interface MorphoBluePosition extends PositionBase {
  readonly market: Market & { readonly protocol: 'morphoBlue'; readonly id: `0x${string}` };
  /** What the owner owes as shares, and what all borrowers owe, interest to the block included: they set `amount`. */
  readonly borrowed: {
    readonly shares: Integer;
    readonly totalAssets: Integer;
    readonly totalShares: Integer;
  };
  readonly preLiquidations: readonly PreLiquidation[];
}

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
export interface CompoundV2Position extends PositionBase {
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

export type Position =
  | AaveV2Position
  | AaveV3Position
  | AaveV4Position
  | CompoundV3Position
  | CompoundV2Position
  | MorphoBluePosition;
