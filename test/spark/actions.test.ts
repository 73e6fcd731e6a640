import { expect, it } from 'vitest';
import type { AaveV3Position } from '../../src/protocols/aaveV3/rules.position';
import { spark } from '../../src/protocols/spark';
import { actOn, UNITS } from '../aaveV3/actions';
import { cases, openCase } from '../aaveV3/cases';
import { borrowerOf } from '../aaveV3/portfolio';
import { EARLIEST_START } from '../localnet/genesis';
import { startLocalnet } from '../localnet/start';
import { newTally, proveActions } from '../support/actions';
import { readMarket } from '../support/readMarket';

it('an owner of SparkLend who does exactly what we say ends where we say', async () => {
  const localnet = await startLocalnet({ timestamp: EARLIEST_START });
  const tally = newTally();
  try {
    await localnet.freezeTime(); // from the start: then the seed alone decides, and no clock
    for (const [index, one] of cases.entries()) await openCase(localnet, borrowerOf(index), one, 'Spark');
    await localnet.advance(86_400 * 400);
    for (const index of cases.keys()) {
      const account = borrowerOf(index);
      const read = async () => {
        const { positions } = await readMarket(localnet.client, spark, spark.markets[0]!, account);
        return (positions[0] as AaveV3Position | undefined) ?? null;
      };
      const stage = { read, act: actOn(localnet, 'Spark', account) };
      await proveActions(stage, () => UNITS.halfUp, tally);
    }
  } finally {
    await localnet.stop();
  }
  expect(Math.min(tally.supply, tally.withdraw, tally.borrow, tally.repay)).toBeGreaterThan(1);
}, 120_000);
