import type { AaveV3Position } from '../../model/position';
import type { Rules } from '../../model/rules';
import { lineOf } from './rules.line';
import { healthFactorOf, isSafe, sumsOf } from './rules.sums';

const sums = (position: AaveV3Position) => sumsOf(position.collateral, position.debt, position.arithmetic);

export const rules: Rules<AaveV3Position> = {
  healthFactor: (position) => healthFactorOf(sums(position), position.arithmetic),
  liquidatable: (position) => !isSafe(sums(position), position.arithmetic),
  along: lineOf,
};
