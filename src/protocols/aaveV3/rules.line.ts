import type { AaveV3Position } from '../../model/position';
import type { PriceLine } from '../../model/rules';
import {
  averageThreshold,
  BPS,
  ceilDiv,
  counts,
  debtValue,
  floorDiv,
  isSafe,
  type Sums,
  sumsOf,
  unitOf,
} from './rules.sums';

/** The condition offset + slope × price ≥ 0. Where it holds at two prices it holds at all between them. */
interface Affine {
  readonly offset: bigint;
  readonly slope: bigint;
}

/** The verdict while the price of `asset` alone moves; it may be collateral, debt or both. */
export function lineOf(position: AaveV3Position, asset: string): PriceLine {
  const { arithmetic } = position;
  const isIt = (holding: { readonly address: string }) => holding.address === asset;
  const isOther = (holding: { readonly address: string }) => holding.address !== asset;
  const rest = sumsOf(position.collateral.filter(isOther), position.debt.filter(isOther), arithmetic);
  const held = position.collateral.find((each) => isIt(each) && counts(each));
  const owed = position.debt.find(isIt);
  const unit = unitOf(held ?? owed ?? { decimals: 0 });
  const supplied = BigInt(held?.amount ?? 0);
  const threshold = BigInt(held?.threshold ?? 0);
  const borrowed = BigInt(owed?.amount ?? 0);
  const slope = supplied * threshold - BPS * borrowed;
  const danger = slope > 0n ? 'below' : slope < 0n ? 'above' : 'none';
  const nearer = (a: bigint, b: bigint): bigint => ((danger === 'above') === a < b ? a : b);

  const sumsAt = (price: bigint): Sums => {
    const value = (supplied * price) / unit;
    return {
      collateral: rest.collateral + value,
      weighted: rest.weighted + value * threshold,
      debt: rest.debt + debtValue(borrowed * price, unit, arithmetic),
    };
  };

  /** weighted ≥ 10 000 × debt, times the unit, after rounding has taken its most: one from each of the two values. */
  const sumHolds: Affine = {
    offset: (rest.weighted - BPS * rest.debt - threshold - BPS) * unit,
    slope,
  };
  /** Averaging takes less than a basis point of all collateral, percentMul less than one. */
  const averagedHolds: Affine = {
    offset: sumHolds.offset - (rest.collateral + BPS) * unit,
    slope: slope - supplied,
  };
  /** The same where the average is known: collateral × average ≥ 10 000 × debt. */
  const holdsAtAverage = (average: bigint): Affine => ({
    offset: (rest.collateral * average - BPS * rest.debt - average - BPS) * unit,
    slope: supplied * average - BPS * borrowed,
  });

  const holdsTo = (condition: Affine, price: bigint, limit: bigint): bigint => {
    if (condition.offset + condition.slope * price < 0n) return price;
    if (danger === 'below' && condition.slope > 0n) {
      return nearer(ceilDiv(-condition.offset, condition.slope), limit);
    }
    if (danger === 'above' && condition.slope < 0n) {
      return nearer(floorDiv(condition.offset, -condition.slope), limit);
    }
    return limit;
  };

  /** The average is monotone in the price, so bisection finds where it changes. */
  const averageStaysTo = (price: bigint, limit: bigint): bigint => {
    const average = averageThreshold(sumsAt(price));
    return lastWhere((candidate) => averageThreshold(sumsAt(candidate)) === average, price, limit);
  };

  /** Until the rounded value of the side that works for the owner changes. */
  const helpfulSideStaysTo = (price: bigint): bigint => {
    if (danger === 'above') return ceilDiv(((supplied * price) / unit + 1n) * unit, supplied) - 1n;
    const value = debtValue(borrowed * price, unit, arithmetic);
    return arithmetic === 'averaged'
      ? ceilDiv(value * unit, borrowed)
      : floorDiv((value - 1n) * unit, borrowed) + 1n;
  };

  return {
    danger,
    safe: (price) => isSafe(sumsAt(price), arithmetic),
    surelySafeTo(price, limit) {
      if (arithmetic === 'exactSum') return holdsTo(sumHolds, price, limit);
      const far = holdsTo(averagedHolds, price, limit);
      if (far !== price) return far;
      const atThisAverage = holdsAtAverage(averageThreshold(sumsAt(price)));
      return nearer(holdsTo(atThisAverage, price, limit), averageStaysTo(price, limit));
    },
    steadyTo(price, limit) {
      let end = limit;
      if (supplied > 0n && borrowed > 0n) end = nearer(end, helpfulSideStaysTo(price));
      if (arithmetic === 'averaged' && supplied > 0n) end = nearer(end, averageStaysTo(price, limit));
      return end;
    },
  };
}

/** The furthest integer from `from`, where the test holds, to `limit` at which it still holds; it turns only once. */
function lastWhere(holds: (candidate: bigint) => boolean, from: bigint, limit: bigint): bigint {
  if (holds(limit)) return limit;
  let good = from;
  let bad = limit;
  while (good - bad > 1n || bad - good > 1n) {
    const middle = (good + bad) / 2n;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
