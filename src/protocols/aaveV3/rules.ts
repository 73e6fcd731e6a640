import type { Rules } from '../../model/rules';
import { linesOf } from './rules.line';
import type { AaveV3Position } from './rules.position';
import { seizureOf } from './rules.seizure';
import { type Account, healthFactorOf, isSafe, sumsOf } from './rules.sums';

const sums = (account: Account) => sumsOf(account.collateral, account.debt, account.arithmetic);

/** What every Aave pool decides alike; how much a liquidation takes is each version's own. */
export const verdicts = {
  healthFactor: (account: Account): bigint | null => healthFactorOf(sums(account), account.arithmetic),
  liquidatable: (account: Account): boolean => !isSafe(sums(account), account.arithmetic),
  along: linesOf,
};

export const rules: Rules<AaveV3Position> = { ...verdicts, seizure: seizureOf };
