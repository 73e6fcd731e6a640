import type { CompoundV2Debt, CompoundV2Position, CTokenCollateral } from './rules.position';

/** Exp.mantissa of 1. */
export const WAD = 10n ** 18n;

export const ceilDiv = (a: bigint, b: bigint): bigint => (a > 0n ? (a + b - 1n) / b : a / b);
export const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

/** Counted share of a cToken in its underlying: collateralFactor × exchangeRate, rounded down (Exp mul_). */
export const countedRate = ({ threshold, exchangeRate }: CTokenCollateral): bigint =>
  (BigInt(threshold) * BigInt(exchangeRate)) / WAD;

/** What a collateral counts for in dollars with 18 decimals: its tokensToDenom times its cTokens, rounded down twice. */
export const countedAt = (rate: bigint, cTokens: bigint, price: bigint): bigint =>
  (((rate * price) / WAD) * cTokens) / WAD;

/** A debt in dollars with 18 decimals, rounded down, for the owner. */
export const owedAt = (amount: bigint, price: bigint): bigint => (amount * price) / WAD;

export const countedValue = (collateral: readonly CTokenCollateral[]): bigint =>
  total(
    collateral
      .filter(({ enabled }) => enabled)
      .map((held) => countedAt(countedRate(held), BigInt(held.cTokens), BigInt(held.price))),
  );

export const debtValue = (debt: readonly CompoundV2Debt[]): bigint =>
  total(debt.map(({ amount, price }) => owedAt(BigInt(amount), BigInt(price))));

/** The two sums of Comptroller.getHypotheticalAccountLiquidityInternal: sumCollateral and sumBorrowPlusEffects. */
export const sumsOf = ({ collateral, debt }: CompoundV2Position) => ({
  counted: countedValue(collateral),
  owed: debtValue(debt),
});

/** Comptroller.liquidateBorrowAllowed does not ask for a shortfall where the borrowed market is deprecated. */
export const isGivenUp = ({ debt }: CompoundV2Position): boolean =>
  debt.some(({ deprecated, amount }) => deprecated && amount !== '0');
