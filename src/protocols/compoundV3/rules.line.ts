import type { Holding } from '../../model/position';
import type { PriceLine } from '../../model/rules';
import type { CompoundV3Position } from './rules.position';
import { countedValue, debtValue, total, unitOf, WAD } from './rules.sums';

/** A holding whose price moves. */
interface Moving {
  readonly amount: bigint;
  readonly unit: bigint;
  /** The collateral factor as a wad; a debt counts in full. */
  readonly factor: bigint;
}

/** The verdict while one feed alone moves; it may price collateral, the base that is owed, or both. */
export function lineOf(position: CompoundV3Position, feed: string): PriceLine {
  const isIt = (holding: Holding) => holding.feed === feed;
  const isOther = (holding: Holding) => holding.feed !== feed;
  const rest = countedValue(position.collateral.filter(isOther)) - debtValue(position.debt.filter(isOther));
  const held = position.collateral
    .filter(isIt)
    .map((each) => moving(each, BigInt(each.threshold)))
    .filter(({ amount, factor }) => amount > 0n && factor > 0n);
  const owed = position.debt
    .filter(isIt)
    .map((each) => moving(each, WAD))
    .filter(({ amount }) => amount > 0n);

  /** How the unrounded sum changes with the price: everything in the smallest common unit, times a wad. */
  const unit = [...held, ...owed].reduce((most, each) => (each.unit > most ? each.unit : most), 1n);
  const slopeOf = (all: readonly Moving[]) =>
    total(all.map((each) => each.amount * (unit / each.unit) * each.factor));
  const slope = slopeOf(held) - slopeOf(owed);
  const danger = slope > 0n ? 'below' : slope < 0n ? 'above' : 'none';
  const nearer = (a: bigint, b: bigint): bigint => ((danger === 'above') === a < b ? a : b);

  /** A collateral loses less than one in its value and less than one in its share of it; a debt only gains. */
  const roundedOff = total(held.map(({ factor }) => factor + WAD));
  const offset = (rest * WAD - roundedOff) * unit;

  return {
    danger,
    safe(price) {
      const counted = total(held.map((each) => (valueAt(each, price) * each.factor) / WAD));
      return rest + counted - total(owed.map((each) => valueAt(each, price))) >= 0n;
    },
    /** As far as offset + slope × price stays at or above 0. */
    surelySafeTo(price, limit) {
      if (offset + slope * price < 0n) return price;
      if (danger === 'below') return nearer(ceilDiv(-offset, slope), limit);
      if (danger === 'above') return nearer(offset / -slope, limit);
      return limit;
    },
    /** On one side only, rounding never turns the verdict back; on both, what works for the owner may, step by step. */
    steadyTo(price, limit) {
      if (held.length === 0 || owed.length === 0) return limit;
      const helpful = danger === 'above' ? held : owed;
      return helpful.map((each) => stepFrom(each, price, danger)).reduce(nearer, limit);
    },
  };
}

const moving = (holding: Holding, factor: bigint): Moving => ({
  amount: BigInt(holding.amount),
  unit: unitOf(holding),
  factor,
});

const valueAt = ({ amount, unit }: Moving, price: bigint): bigint => (amount * price) / unit;

/** Rounded up; for a divisor above 0. */
const ceilDiv = (a: bigint, b: bigint): bigint => (a > 0n ? (a + b - 1n) / b : a / b);

/** The furthest price at which the rounded value of a holding is still what it is at this one. */
function stepFrom(each: Moving, price: bigint, danger: PriceLine['danger']): bigint {
  const value = valueAt(each, price);
  if (danger === 'above') return ceilDiv((value + 1n) * each.unit, each.amount) - 1n;
  return ceilDiv(value * each.unit, each.amount);
}
