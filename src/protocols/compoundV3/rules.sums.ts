import type { Collateral, Debt, Holding } from '../../model/position';

/** Comet's FACTOR_SCALE. */
export const WAD = 10n ** 18n;

export const unitOf = (holding: { readonly decimals: number }): bigint => 10n ** BigInt(holding.decimals);

export const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

/** CometCore.mulPrice, and signedMulPrice without its sign: value with 8 decimals, rounded down. */
export const worthOf = (holding: Holding): bigint =>
  (BigInt(holding.amount) * BigInt(holding.price)) / unitOf(holding);

/** Comet.mulFactor: rounded down once more. */
export const share = (value: bigint, factor: string): bigint => (value * BigInt(factor)) / WAD;

/** What the collateral counts for in isLiquidatable, each asset rounded on its own. */
export const countedValue = (collateral: readonly Collateral[]): bigint =>
  total(collateral.map((held) => share(worthOf(held), held.threshold)));

/** The debt in isLiquidatable: signedMulPrice divides towards zero, so this rounds down, for the owner. */
export const debtValue = (debt: readonly Debt[]): bigint => total(debt.map(worthOf));
