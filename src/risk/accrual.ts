import type { Integer } from '../model/asset';
import type { Holding } from '../model/position';
import type { HoldingRate, WorstRate } from '../model/rates';

/** Rates and growth have 27 decimals. */
export const RAY = 10n ** 27n;
const YEAR = 31_536_000n;

/** e to the power of a ray, a ray, rounded up term by term. */
export function exp(power: bigint): bigint {
  let [sum, term, n] = [RAY + 2n, RAY, 0n]; // two for all terms below the last
  while (term > 1n || n * RAY < 2n * power) {
    n += 1n;
    term = (term * power) / (n * RAY) + 1n;
    sum += term;
  }
  return sum;
}

/** What a debt pays, and how its contract counts that. */
export type Charge = WorstRate & Pick<HoldingRate, 'coarse' | 'multiple'>;

/**
 * What a debt becomes, times a ray, rounded up: compounded in every instant, and a ray more each second for an index that
 * is rounded up at each touch. No contract adds more, whatever it does then: Aave a third-order polynomial of it, Morpho
 * likewise, Compound and Aave v4 simple interest from touch to touch. Only a coarse one may:
 * MathUtils.calculateCompoundedInterest takes half a ray too much for each of n³ / 6 seconds.
 */
export function debtGrowth({ rate, climb, coarse, multiple = `${RAY}` }: Charge, seconds: bigint): bigint {
  const share = BigInt(multiple);
  const bearing = ceilDiv(BigInt(rate) * RAY, share);
  const power = climb === null ? flat(bearing, seconds) : climbing(bearing, climb, seconds);
  const grown = RAY + ceilDiv((exp(power) + seconds - RAY) * share, RAY);
  return grown + (coarse ? seconds ** 3n / 12n + 1n : 0n);
}

/**
 * What a collateral becomes, times a ray, rounded down: simple interest on what it was when the contract last counted,
 * `since` seconds ago, as if nobody touched the pool again. Aave's and Compound v2's contracts add at least that.
 */
export function incomeGrowth({ own, since }: Pick<HoldingRate, 'own' | 'since'>, seconds: bigint): bigint {
  const rate = BigInt(own);
  return RAY + (rate * seconds * RAY) / (YEAR * RAY + rate * BigInt(Math.max(0, since)));
}

const ceilDiv = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

const flat = (rate: bigint, seconds: bigint): bigint => ceilDiv(rate * seconds, YEAR);

/** The integral of a rate that grows by e^(speed × time) up to its most. */
function climbing(rate: bigint, climb: NonNullable<WorstRate['climb']>, seconds: bigint): bigint {
  const [speed, most] = [BigInt(climb.speed), BigInt(climb.most)];
  if (rate <= 0n || rate >= most || speed <= 0n) return flat(rate, seconds);
  // A float is near enough for when the most is reached: a second early, against the owner.
  const end = Math.floor((Math.log(Number(most) / Number(rate)) / Number(speed)) * 1e27 * Number(YEAR)) - 1;
  const isThere = seconds >= BigInt(Math.max(0, end));
  if (isThere) return ((most - rate) * RAY) / speed + 1n + flat(most, seconds - BigInt(Math.max(0, end)));
  return (rate * (exp(flat(speed, seconds)) - RAY)) / speed + 1n;
}

/** What a holding's amount is counted from, in the protocols that do not count the amount itself. */
interface Counted extends Holding {
  /** Compound v2's collateral. */
  readonly exchangeRate?: Integer;
  /** Aave v4's debt, but for its premium: the growth of what was drawn adds to that (`multiple`). */
  readonly drawnIndex?: Integer;
}

/** The holding times a ray, rounded as told. */
export function times<H extends Counted>(holding: H, growth: bigint, up: boolean): H {
  const grow = (of: Integer) => `${(BigInt(of) * growth + (up ? RAY - 1n : 0n)) / RAY}`;
  const { amount, exchangeRate, drawnIndex } = holding;
  return {
    ...holding,
    amount: grow(amount),
    ...(exchangeRate !== undefined && { exchangeRate: grow(exchangeRate) }),
    ...(drawnIndex !== undefined && { drawnIndex: grow(drawnIndex) }),
  };
}
