import type { Holding } from '../../model/position';
import type { PriceLine } from '../../model/rules';
import type { CompoundV2Position } from './rules.position';
import {
  ceilDiv,
  countedAt,
  countedRate,
  countedValue,
  debtValue,
  isGivenUp,
  owedAt,
  total,
  WAD,
} from './rules.sums';

/** A collateral whose price moves: its counted rate and its cTokens. */
interface Held {
  readonly rate: bigint;
  readonly cTokens: bigint;
}

/** The verdict while the price of one token moves; the owner may have supplied it, owe it, or both. */
export function lineOf(position: CompoundV2Position, feed: string): PriceLine {
  const isIt = (holding: Holding) => holding.feed === feed;
  const isOther = (holding: Holding) => holding.feed !== feed;
  const rest = countedValue(position.collateral.filter(isOther)) - debtValue(position.debt.filter(isOther));
  const held = position.collateral
    .filter((each) => isIt(each) && each.enabled)
    .map((each): Held => ({ rate: countedRate(each), cTokens: BigInt(each.cTokens) }))
    .filter(({ rate, cTokens }) => rate > 0n && cTokens > 0n);
  const owed = position.debt
    .filter(isIt)
    .map(({ amount }) => BigInt(amount))
    .filter((amount) => amount > 0n);
  const givenUp = isGivenUp(position);

  /** How the unrounded sum changes with the price, times 1e36. */
  const slope = total(held.map(({ rate, cTokens }) => rate * cTokens)) - WAD * total(owed);
  const danger = slope > 0n ? 'below' : slope < 0n ? 'above' : 'none';
  const nearer = (a: bigint, b: bigint): bigint => ((danger === 'above') === a < b ? a : b);

  /** A collateral loses less than one in its rate, for each of its cTokens, and less than one after; a debt only gains. */
  const roundedOff = total(held.map(({ cTokens }) => (cTokens + WAD) * WAD));
  const offset = rest * WAD * WAD - roundedOff;

  return {
    danger,
    safe(price) {
      if (givenUp) return false;
      const counted = total(held.map(({ rate, cTokens }) => countedAt(rate, cTokens, price)));
      return rest + counted >= total(owed.map((amount) => owedAt(amount, price)));
    },
    /** As far as offset + slope × price stays at or above 0. */
    surelySafeTo(price, limit) {
      if (givenUp || offset + slope * price < 0n) return price;
      if (danger === 'below') return nearer(ceilDiv(-offset, slope), limit);
      if (danger === 'above') return nearer(offset / -slope, limit);
      return limit;
    },
    /** On one side only, rounding never turns the verdict back; on both, what works for the owner may, step by step. */
    steadyTo(price, limit) {
      if (held.length === 0 || owed.length === 0) return limit;
      const steps =
        danger === 'above'
          ? held.map((each) => lastOfStepUp(each, price))
          : owed.map((amount) => ceilDiv(owedAt(amount, price) * WAD, amount));
      return steps.reduce(nearer, limit);
    },
  };
}

/** The highest price at which the collateral still counts for what it counts for at this one. */
function lastOfStepUp({ rate, cTokens }: Held, price: bigint): bigint {
  const next = countedAt(rate, cTokens, price) + 1n;
  const rateThere = ceilDiv(next * WAD, cTokens);
  return ceilDiv(rateThere * WAD, rate) - 1n;
}
