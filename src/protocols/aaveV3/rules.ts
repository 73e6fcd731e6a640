import type { PriceLine, Rules } from '../../model/rules';
import { lineOf } from './rules.line';
import type { AaveV3Position } from './rules.position';
import { seizureOf } from './rules.seizure';
import { type Account, healthFactorOf, isSafe, sumsOf } from './rules.sums';

const sums = (account: Account) => sumsOf(account.collateral, account.debt, account.arithmetic);

/** What every Aave pool decides alike; how much a liquidation takes is each version's own. */
export const verdicts = {
  healthFactor: (account: Account): bigint | null => healthFactorOf(sums(account), account.arithmetic),
  liquidatable: (account: Account): boolean => !isSafe(sums(account), account.arithmetic),
  along: (account: Account, feed: string): PriceLine => lineOf(account, feed),
};

export const rules: Rules<AaveV3Position> = { ...verdicts, seizure: seizureOf };
