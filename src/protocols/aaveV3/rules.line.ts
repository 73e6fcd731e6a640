import type { Holding } from '../../model/position';
import type { PriceLine } from '../../model/rules';
import {
  type Account,
  type Arithmetic,
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

/** A holding whose price moves. */
interface Moving {
  readonly amount: bigint;
  readonly unit: bigint;
  /** 0 for a debt. */
  readonly threshold: bigint;
}

/** The verdict while one feed alone moves; what it prices may be collateral, debt or both. */
export function linesOf({ collateral, debt, arithmetic }: Account): (feed: string) => PriceLine {
  const all = sumsOf(collateral, debt, arithmetic);
  const heldBy = byFeed(collateral);
  const owedBy = byFeed(debt);
  return (feed) => {
    const own = { collateral: heldBy.get(feed) ?? [], debt: owedBy.get(feed) ?? [], arithmetic };
    return lineOf(own, without(all, sumsOf(own.collateral, own.debt, arithmetic)));
  };
}

function byFeed<H extends Holding>(holdings: readonly H[]): ReadonlyMap<string, readonly H[]> {
  const groups = new Map<string, H[]>();
  for (const each of holdings) groups.set(each.feed, [...(groups.get(each.feed) ?? []), each]);
  return groups;
}

const without = (all: Sums, own: Sums): Sums => ({
  collateral: all.collateral - own.collateral,
  weighted: all.weighted - own.weighted,
  debt: all.debt - own.debt,
});

/** `own` is what moves, `rest` what all else adds. */
function lineOf(own: Account, rest: Sums): PriceLine {
  const { arithmetic } = own;
  const held = own.collateral
    .filter((each) => counts(each) && each.amount !== '0')
    .map((each): Moving => ({ ...moving(each), threshold: BigInt(each.threshold) }));
  const owed = own.debt
    .filter((each) => each.amount !== '0')
    .map((each): Moving => ({ ...moving(each), threshold: 0n }));

  /** Everything in the smallest common unit, so that slopes are whole numbers. */
  const unit = [...held, ...owed].reduce((most, each) => (each.unit > most ? each.unit : most), 1n);
  const inUnit = ({ amount, unit: own }: Moving): bigint => amount * (unit / own);
  const supplied = total(held.map(inUnit));
  const borrowed = total(owed.map(inUnit));
  const slope = total(held.map((each) => inUnit(each) * each.threshold)) - BPS * borrowed;
  const danger = slope > 0n ? 'below' : slope < 0n ? 'above' : 'none';
  const nearer = (a: bigint, b: bigint): bigint => ((danger === 'above') === a < b ? a : b);

  const sumsAt = (price: bigint): Sums => {
    const values = held.map(({ amount, unit: own }) => (amount * price) / own);
    return {
      collateral: rest.collateral + total(values),
      weighted: rest.weighted + total(values.map((value, at) => value * (held[at]?.threshold ?? 0n))),
      debt: rest.debt + total(owed.map((each) => debtValue(each.amount * price, each.unit, arithmetic))),
    };
  };

  /** What rounding takes at most: less than one from each value that moves. */
  const roundedOff = total(held.map(({ threshold }) => threshold)) + BPS * BigInt(owed.length);
  /** weighted ≥ 10 000 × debt, times the unit. */
  const sumHolds: Affine = {
    offset: (rest.weighted - BPS * rest.debt - roundedOff) * unit,
    slope,
  };
  /** Averaging takes less than a basis point of all collateral, percentMul less than one. */
  const averagedHolds: Affine = {
    offset: sumHolds.offset - (rest.collateral + BPS) * unit,
    slope: slope - supplied,
  };
  /** The same where the average is known: collateral × average ≥ 10 000 × debt. */
  const holdsAtAverage = (average: bigint): Affine => ({
    offset: (rest.collateral * average - BPS * rest.debt - average * BigInt(held.length) - BPS) * unit,
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

  /** The average need not be monotone with several thresholds, but it is for one; bisection then finds its edge. */
  const averageStaysTo = (price: bigint, limit: bigint): bigint => {
    const average = averageThreshold(sumsAt(price));
    return lastWhere((candidate) => averageThreshold(sumsAt(candidate)) === average, price, limit);
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
      const ends = [limit];
      if (supplied > 0n && borrowed > 0n) {
        const helpful = danger === 'above' ? held : owed;
        for (const each of helpful) ends.push(valueStaysTo(each, price, danger, arithmetic));
      }
      if (arithmetic === 'averaged' && supplied > 0n) ends.push(averageStaysTo(price, limit));
      return ends.reduce(nearer);
    },
  };
}

const moving = (holding: Holding) => ({ amount: BigInt(holding.amount), unit: unitOf(holding) });

const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

/** Until the rounded value of a holding that works for the owner changes: a collateral upwards, a debt downwards. */
function valueStaysTo(
  { amount, unit }: Moving,
  price: bigint,
  danger: PriceLine['danger'],
  arithmetic: Arithmetic,
): bigint {
  if (danger === 'above') return ceilDiv(((amount * price) / unit + 1n) * unit, amount) - 1n;
  const value = debtValue(amount * price, unit, arithmetic);
  if (arithmetic === 'averaged') return ceilDiv(value * unit, amount);
  return floorDiv((value - 1n) * unit, amount) + 1n;
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
