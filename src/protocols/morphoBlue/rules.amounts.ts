import type { MorphoBluePosition } from './rules.position';

export const WAD = 10n ** 18n;

/** ConstantsLib.ORACLE_PRICE_SCALE. */
export const PRICE_SCALE = 10n ** 36n;

/** SharesMathLib: an empty market starts at a million shares for one asset. */
const VIRTUAL_SHARES = 10n ** 6n;
const VIRTUAL_ASSETS = 1n;

export const ceilDiv = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

/** What all borrowers owe, in the loan token's smallest unit and in shares. */
export interface Totals {
  readonly assets: bigint;
  readonly shares: bigint;
}

/** SharesMathLib.toAssetsUp: a debt, rounded against the owner. */
export const assetsUp = (shares: bigint, { assets, shares: all }: Totals): bigint =>
  ceilDiv(shares * (assets + VIRTUAL_ASSETS), all + VIRTUAL_SHARES);

/** SharesMathLib.toAssetsDown: a debt, as a liquidator is paid for it. */
export const assetsDown = (shares: bigint, { assets, shares: all }: Totals): bigint =>
  (shares * (assets + VIRTUAL_ASSETS)) / (all + VIRTUAL_SHARES);

/** SharesMathLib.toSharesUp. */
export const sharesUp = (assets: bigint, totals: Totals): bigint =>
  ceilDiv(assets * (totals.shares + VIRTUAL_SHARES), totals.assets + VIRTUAL_ASSETS);

/** SharesMathLib.toSharesDown: a repayment, rounded against the owner. */
export const sharesDown = (assets: bigint, totals: Totals): bigint =>
  (assets * (totals.shares + VIRTUAL_SHARES)) / (totals.assets + VIRTUAL_ASSETS);

/** Morpho._isHealthy's maxBorrow, in the loan token's smallest unit: rounded down twice. */
export const maxBorrow = (collateral: bigint, price: bigint, lltv: bigint): bigint =>
  (((collateral * price) / PRICE_SCALE) * lltv) / WAD;

/** What a position is judged by. A market has one collateral and one debt; either may be missing. */
export interface Amounts {
  readonly collateral: bigint;
  /** Loan tokens for a collateral token with 36 + loan decimals − collateral decimals; 0 where nothing is held. */
  readonly price: bigint;
  /** The market's, or a lower one at which a pre-liquidation contract acts. */
  readonly lltv: bigint;
  readonly debt: bigint;
}

export function amountsOf({ collateral: [held], debt: [owed] }: MorphoBluePosition): Amounts {
  return {
    collateral: held?.enabled ? BigInt(held.amount) : 0n,
    price: BigInt(held?.price ?? 0),
    lltv: BigInt(held?.threshold ?? 0),
    debt: BigInt(owed?.amount ?? 0),
  };
}
