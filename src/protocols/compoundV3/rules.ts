import type { Rules } from '../../model/rules';
import { seizureOf } from './rules.absorb';
import { afterOf, refusalOf } from './rules.after';
import { lineOf } from './rules.line';
import type { CompoundV3Position } from './rules.position';
import { countedValue, debtValue, WAD } from './rules.sums';

export const rules: Rules<CompoundV3Position> = {
  /**
   * Comet has no health factor; this is its own sums as a ratio, rounded down, and at 1 or more exactly where
   * isLiquidatable says no. A debt below the smallest unit of value, which Comet never liquidates, counts as that unit.
   */
  healthFactor({ collateral, debt }) {
    if (debt.length === 0) return null;
    const counted = countedValue(collateral);
    const owed = debtValue(debt);
    if (owed === 0n) return (counted > 0n ? counted : 1n) * WAD;
    return (counted * WAD) / owed;
  },
  /**
   * Comet.isLiquidatable. It stops adding as soon as the debt is covered; values are never negative, so the whole sum
   * gives the same verdict.
   */
  liquidatable: ({ collateral, debt }) => countedValue(collateral) < debtValue(debt),
  along: (position) => (feed) => lineOf(position, feed),
  seizure: seizureOf,
  after: afterOf,
  refusal: refusalOf,
};
