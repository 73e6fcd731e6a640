import type { Rules } from '../../model/rules';
import { afterOf, refusalOf } from './rules.after';
import { amountsOf, maxBorrow, WAD } from './rules.amounts';
import { lineOf } from './rules.line';
import type { MorphoBluePosition } from './rules.position';
import { seizureOf } from './rules.seizure';

export const rules: Rules<MorphoBluePosition> = {
  /** Morpho has no health factor; this is _isHealthy's own two sides as a ratio, rounded down: below 1 where it says no. */
  healthFactor(position) {
    const { collateral, price, lltv, debt } = amountsOf(position);
    return debt === 0n ? null : (maxBorrow(collateral, price, lltv) * WAD) / debt;
  },
  /**
   * Morpho._isHealthy. A PreLiquidation has the same form with its preLltv in the place of the LLTV, which is above it; so
   * that one of both acts is _isHealthy with the lower one, the position's threshold.
   */
  liquidatable(position) {
    const { collateral, price, lltv, debt } = amountsOf(position);
    return maxBorrow(collateral, price, lltv) < debt;
  },
  along: (position) => (feed) => lineOf(position, feed),
  seizure: seizureOf,
  after: afterOf,
  refusal: refusalOf,
};
