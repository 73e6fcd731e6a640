import type { Rules } from '../../model/rules';
import { accountOf, healthFactorOf, WAD } from './rules.account';
import { afterOf, refusalOf } from './rules.after';
import { lineOf } from './rules.line';
import type { AaveV4Position } from './rules.position';
import { seizureOf } from './rules.seizure';

/** Spoke of aave-v4 at 5f0e7cbd: still refuses to liquidate at a health factor of exactly 1. */
export const rules: Rules<AaveV4Position> = {
  healthFactor: (position) => healthFactorOf(accountOf(position)),
  liquidatable(position) {
    const healthFactor = healthFactorOf(accountOf(position));
    return healthFactor !== null && healthFactor < WAD;
  },
  along: (position) => (feed) => lineOf(position, feed),
  seizure: seizureOf,
  after: afterOf,
  refusal: refusalOf,
};
