import type { Collateral, Debt, Holding } from '../../model/position';
import type { AaveV3Position } from './rules.position';

export type Arithmetic = AaveV3Position['arithmetic'];

/** All that the sums need to know of a position. */
export interface Account {
  readonly collateral: readonly Collateral[];
  readonly debt: readonly Debt[];
  readonly arithmetic: Arithmetic;
}

/** Totals of GenericLogic.calculateUserAccountData in the base currency (8 decimals), `weighted` times basis points. */
export interface Sums {
  readonly collateral: bigint;
  readonly weighted: bigint;
  readonly debt: bigint;
}

export const BPS = 10_000n;
const WAD = 10n ** 18n;

export const floorDiv = (a: bigint, b: bigint): bigint => (a >= 0n ? a / b : -((-a + b - 1n) / b));
export const ceilDiv = (a: bigint, b: bigint): bigint => -floorDiv(-a, b);

/** Looked up: a power costs as much as all else that a holding adds to the sums. */
const UNITS = Array.from({ length: 37 }, (_, decimals) => 10n ** BigInt(decimals));

export const unitOf = ({ decimals }: { readonly decimals: number }): bigint =>
  UNITS[decimals] ?? 10n ** BigInt(decimals);

/** An asset with threshold 0 adds nothing; before 3.6 it is left out of the average too. */
export const counts = (held: Collateral): boolean => held.enabled && held.threshold !== '0';

/** Since 3.5 a debt's value rounds up, before it rounds down; a collateral's rounds down in both. */
export const debtValue = (amountTimesPrice: bigint, unit: bigint, arithmetic: Arithmetic): bigint =>
  arithmetic === 'exactSum' ? ceilDiv(amountTimesPrice, unit) : amountTimesPrice / unit;

/** What a holding adds to the sums: remembered, because a search adds up the same holdings many times. */
interface Share {
  readonly down: bigint;
  readonly up: bigint;
}
const shares = new WeakMap<Holding, Share>();

function shareOf(holding: Holding): Share {
  const known = shares.get(holding);
  if (known) return known;
  const product = BigInt(holding.amount) * BigInt(holding.price);
  const unit = unitOf(holding);
  const share = { down: product / unit, up: ceilDiv(product, unit) };
  shares.set(holding, share);
  return share;
}

export function sumsOf(
  collateral: readonly Collateral[],
  debt: readonly Debt[],
  arithmetic: Arithmetic,
): Sums {
  const sums = { collateral: 0n, weighted: 0n, debt: 0n };
  for (const held of collateral) {
    if (!counts(held)) continue;
    const { down } = shareOf(held);
    sums.collateral += down;
    sums.weighted += down * BigInt(held.threshold);
  }
  for (const owed of debt) sums.debt += shareOf(owed)[arithmetic === 'exactSum' ? 'up' : 'down'];
  return sums;
}

/** The average threshold, floored to basis points: what 3.0 to 3.4 multiply with. */
export const averageThreshold = ({ collateral, weighted }: Sums): bigint =>
  collateral === 0n ? 0n : weighted / collateral;

/** WadRayMath.wadDiv: half up. */
const wadDiv = (a: bigint, b: bigint): bigint => (a * WAD + b / 2n) / b;

/**
 * The pool's health factor as a wad; null where it says uint256 max because nothing is owed.
 * GenericLogic.calculateUserAccountData of aave-v3-origin 3.6.0 (exact sum) and core-v3 1.19.3 (averaged).
 */
export function healthFactorOf(sums: Sums, arithmetic: Arithmetic): bigint | null {
  if (sums.debt === 0n) return null;
  if (arithmetic === 'exactSum') return wadDiv(sums.weighted, sums.debt) / BPS;
  const counted = (sums.collateral * averageThreshold(sums) + BPS / 2n) / BPS; // PercentageMath.percentMul, half up
  return wadDiv(counted, sums.debt);
}

/** ValidationLogic.validateLiquidationCall still refuses at a health factor of exactly 1. */
export function isSafe(sums: Sums, arithmetic: Arithmetic): boolean {
  const healthFactor = healthFactorOf(sums, arithmetic);
  return healthFactor === null || healthFactor >= WAD;
}
