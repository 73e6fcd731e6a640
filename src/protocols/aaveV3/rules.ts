import type { Action } from '../../model/action';
import type { Rules } from '../../model/rules';
import { afterOf } from './rules.after';
import { linesOf } from './rules.line';
import type { AaveV3Position } from './rules.position';
import { refusalOf, waitsFor } from './rules.refusal';
import { seizureOf } from './rules.seizure';
import { type Account, healthFactorOf, isSafe, sumsOf } from './rules.sums';

const sums = (account: Account) => sumsOf(account.collateral, account.debt, account.arithmetic);

/** What every Aave pool decides alike; how much a liquidation takes is each version's own. */
export const verdicts = {
  healthFactor: (account: Account): bigint | null => healthFactorOf(sums(account), account.arithmetic),
  liquidatable: (account: Account): boolean => !isSafe(sums(account), account.arithmetic),
  along: linesOf,
  after: <P extends Account>(account: P, action: Action): P => afterOf(account, action),
  refusal: (account: Account, action: Action): string | null => refusalOf(account, action),
};

export const rules: Rules<AaveV3Position> = {
  ...verdicts,
  seizure: seizureOf,
  refusal: (position, action) => refusalOf(position, action) ?? waitsFor(position, action),
};
