import type { Holding } from '../../model/position';
import type { PriceLine } from '../../model/rules';
import { accountOf, BPS, ceilDiv, debtPerPrice, RAY, weightPerPrice } from './rules.account';
import type { AaveV4Position } from './rules.position';

/** A health factor of 1 in the account's own units: weighted × 1e23 against the debt. */
const TO_DEBT = RAY / BPS;

/**
 * The verdict while one feed alone moves. The spoke rounds nothing that depends on a price, so that the verdict is the
 * sign of offset + slope × price: it turns once at most, and exactly where the line crosses 0.
 */
export function lineOf({ collateral, debt }: AaveV4Position, feed: string): PriceLine {
  const isIt = (holding: Holding) => holding.feed === feed;
  const rest = accountOf({
    collateral: collateral.filter((held) => !isIt(held)),
    debt: debt.filter((owed) => !isIt(owed)),
  });
  const offset = rest.weighted * TO_DEBT - rest.debtRay;
  const slope =
    total(collateral.filter(isIt).map((held) => weightPerPrice(held) * TO_DEBT)) -
    total(debt.filter(isIt).map(debtPerPrice));
  const danger = slope > 0n ? 'below' : slope < 0n ? 'above' : 'none';
  const safe = (price: bigint): boolean => offset + slope * price >= 0n;
  return {
    danger,
    safe,
    surelySafeTo(price, limit) {
      if (!safe(price)) return price;
      if (safe(limit) || danger === 'none') return limit;
      return danger === 'below' ? ceilDiv(-offset, slope) : offset / -slope;
    },
    steadyTo: (_price, limit) => limit,
  };
}

const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
