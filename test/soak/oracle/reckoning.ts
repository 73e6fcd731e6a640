/**
 * What a user should be shown and told, worked out anew from the contract's health factors and the product's words alone:
 * nothing of src is used in this folder, and no number but the contract's own.
 */
export const WAD = 10n ** 18n;
export const RANKS = ['safe', 'watch', 'low', 'critical', 'liquidatable'] as const;
export const LOW = 2;
export const CRITICAL = 3;
export const LIQUIDATABLE = 4;

export const TEN_MINUTES = 600;

/** As the pool says it of who owes nothing. */
export const NO_DEBT = 2n ** 256n - 1n;

/** Percents of buffer below which Watch, Low and Critical begin, and what is to be regained beyond to leave one. */
export interface Limits {
  readonly begin: readonly [watch: bigint, low: bigint, critical: bigint];
  readonly margin: bigint;
}

/** By the buffer 1 − 1/HF, compared as HF·(100 − percent) ≥ 100 without any rounding. */
export function rank(healthFactor: bigint, { begin }: Limits, margin = 0n): number {
  const holds = (percent: bigint) => healthFactor * (100n - percent - margin) >= 100n * WAD;
  const [watch, low, critical] = begin;
  if (!holds(0n)) return LIQUIDATABLE;
  if (!holds(critical)) return CRITICAL;
  if (!holds(low)) return LOW;
  return holds(watch) ? 0 : 1;
}

/** More than 0.5% of a health factor: two RPCs disagree. */
export const disagree = (a: bigint, b: bigint): boolean => (a > b ? (a - b) * 200n > b : (b - a) * 200n > a);

export function least(first: bigint, ...others: readonly bigint[]): bigint {
  let low = first;
  for (const each of others) if (each < low) low = each;
  return low;
}

export const most = (first: bigint, ...others: readonly bigint[]): bigint =>
  -least(-first, ...others.map((each) => -each));

/** A notice that is due. */
export interface Telling {
  readonly id: string;
  /** Its level, after "still " where it reminds. */
  readonly what: string;
  readonly at: number;
  /** There where either is right: to be called if it was told. */
  readonly accept?: () => void;
}
