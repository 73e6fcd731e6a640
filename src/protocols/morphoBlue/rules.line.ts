import type { PriceLine } from '../../model/rules';
import { amountsOf, ceilDiv, maxBorrow, PRICE_SCALE, WAD } from './rules.amounts';
import type { MorphoBluePosition } from './rules.position';

/**
 * The verdict while the market's oracle moves. It says what the collateral is worth in loan tokens, so nothing else can:
 * the loan token is the unit that the debt is counted in.
 */
export function lineOf(position: MorphoBluePosition, feed: string): PriceLine {
  const { collateral, price: current, lltv, debt } = amountsOf(position);
  const moves = position.collateral.some((held) => held.feed === feed) && collateral > 0n && lltv > 0n;
  const safe = (price: bigint): boolean => maxBorrow(collateral, moves ? price : current, lltv) >= debt;
  if (!moves)
    return { danger: 'none', safe, surelySafeTo: (_, limit) => limit, steadyTo: (_, limit) => limit };

  /** Exact, both divisions of maxBorrow turned round: at one less the verdict is the other. */
  const lowest = ceilDiv(ceilDiv(debt * WAD, lltv) * PRICE_SCALE, collateral);
  return {
    danger: debt > 0n ? 'below' : 'none',
    safe,
    surelySafeTo(price, limit) {
      if (price < lowest) return price;
      if (limit > lowest) return limit;
      return lowest;
    },
    /** A higher price never lowers maxBorrow. */
    steadyTo: (_, limit) => limit,
  };
}
