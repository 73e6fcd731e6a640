import type { Rules } from '../../model/rules';
import { afterOf, refusalOf } from './rules.after';
import { lineOf } from './rules.line';
import type { CompoundV2Position } from './rules.position';
import { seizureOf } from './rules.seizure';
import { isGivenUp, sumsOf, WAD } from './rules.sums';

/**
 * The verdict is on balances with interest to the block in every market that the owner has entered. liquidateBorrow
 * itself adds interest only to the two markets that it is called with, and anybody may add it to the others before, so
 * this is what a liquidator can reach. One who leaves a further collateral without its newest interest can be ahead of it
 * by just that interest.
 */
export const rules: Rules<CompoundV2Position> = {
  /**
   * Compound v2 has no health factor; this is its own two sums as a ratio, rounded down, below 1 exactly where there is
   * a shortfall. A debt below the smallest unit of value, for which there is never one, counts as that unit.
   */
  healthFactor(position) {
    if (position.debt.length === 0) return null;
    const { counted, owed } = sumsOf(position);
    if (owed === 0n) return (counted > 0n ? counted : 1n) * WAD;
    return (counted * WAD) / owed;
  },
  /** Comptroller.liquidateBorrowAllowed. */
  liquidatable(position) {
    const { counted, owed } = sumsOf(position);
    return counted < owed || isGivenUp(position);
  },
  along: (position) => (feed) => lineOf(position, feed),
  seizure: seizureOf,
  after: afterOf,
  refusal: refusalOf,
};
