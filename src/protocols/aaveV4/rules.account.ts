import type { AaveV4Collateral, AaveV4Debt, AaveV4Position } from './rules.position';

export const BPS = 10_000n;
export const WAD = 10n ** 18n;
export const RAY = 10n ** 27n;

/** Spoke counts value with 26 decimals: amount × price, 8 decimals, at 18 decimals of the token. */
const VALUE_DECIMALS = 18;

/** Both roundings for what is never negative. */
export const ceilDiv = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

export const unitOf = ({ decimals }: { readonly decimals: number }): bigint => 10n ** BigInt(decimals);

/** SpokeUtils.toValue for one unit of price: the amount as if its token had 18 decimals. */
export const atValueScale = (amount: bigint, { decimals }: { readonly decimals: number }): bigint =>
  amount * 10n ** BigInt(VALUE_DECIMALS - decimals);

/** What is owed of a reserve, in token units with 27 further decimals, unrounded: UserPositionUtils.getDebt. */
const debtRay = ({ drawnShares, drawnIndex, premiumRay }: AaveV4Debt): bigint =>
  BigInt(drawnShares) * BigInt(drawnIndex) + BigInt(premiumRay);

/** Spoke leaves out what is not enabled, empty, or of collateral factor 0. */
export const isActive = (held: AaveV4Collateral): boolean =>
  held.enabled && held.threshold !== '0' && held.shares !== '0';

/** How the account grows with the price of a holding. */
export const weightPerPrice = (held: AaveV4Collateral): bigint =>
  isActive(held) ? atValueScale(BigInt(held.amount), held) * BigInt(held.threshold) : 0n;
export const debtPerPrice = (owed: AaveV4Debt): bigint => atValueScale(debtRay(owed), owed);

/** Totals of Spoke._processUserAccountData, nothing rounded. */
export interface Account {
  /** Σ value × collateral factor: 26 decimals, times basis points. */
  readonly weighted: bigint;
  /** Σ debt value: 26 decimals and 27 further. */
  readonly debtRay: bigint;
}

export const accountOf = ({ collateral, debt }: Pick<AaveV4Position, 'collateral' | 'debt'>): Account => ({
  weighted: collateral.reduce((sum, held) => sum + weightPerPrice(held) * BigInt(held.price), 0n),
  debtRay: debt.reduce((sum, owed) => sum + debtPerPrice(owed) * BigInt(owed.price), 0n),
});

/** From basis points to a wad, and to the debt's further 27 decimals. */
const TO_HEALTH_FACTOR = (WAD / BPS) * RAY;

/** The spoke's health factor, a wad rounded down; null where it says uint256 max because nothing is owed. */
export const healthFactorOf = ({ weighted, debtRay: owed }: Account): bigint | null =>
  owed === 0n ? null : (weighted * TO_HEALTH_FACTOR) / owed;
