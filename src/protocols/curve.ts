import type { Corner, Curve } from '../model/rates';

/** Rates and utilizations have 27 decimals, and a year 365 days. */
export const RAY = 10n ** 27n;
export const YEAR = 31_536_000n;

/** Of a wad a second, as most contracts count: a ray a year. */
export const yearly = (perSecond: bigint): bigint => perSecond * YEAR * 10n ** 9n;

/** A rate that rises gently up to the optimal utilization and a steeper rise beyond it: base, slopes, and where it bends. */
export const kinked = (optimal: bigint, base: bigint, slope1: bigint, slope2: bigint): Corners => [
  [0n, base],
  [optimal, base + slope1],
  [RAY, base + slope1 + slope2],
];

/** Utilization and borrow rate, in order. */
export type Corners = readonly (readonly [utilization: bigint, rate: bigint])[];

/**
 * The curve with the pool where its own borrow rate puts it. Null where no single point of the curve has that rate: the
 * contract then counts by another curve, or by a flat one.
 */
export function curveAt(corners: Corners, rate: bigint): Curve | null {
  const end = corners.findIndex(([, there]) => rate <= there);
  const [from, to] = [corners[Math.max(0, end - 1)], corners[Math.max(1, end)]];
  if (end < 0 || !from || !to || to[1] <= from[1] || rate < from[1]) return null;
  const utilization = from[0] + ((to[0] - from[0]) * (rate - from[1])) / (to[1] - from[1]);
  const corner = ([at, there]: Corners[number]): Corner => ({ utilization: `${at}`, rate: `${there}` });
  return { corners: corners.map(corner), utilization: `${utilization}` };
}

/** The rate of a pool that is used up, where the curve is known. */
export const worstOf = (curve: Curve | null) =>
  curve === null ? null : { rate: curve.corners.at(-1)?.rate ?? '0', climb: null };
