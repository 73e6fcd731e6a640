import { expect, it } from 'vitest';
import { EARLIEST_START } from '../localnet/genesis';
import { startLocalnet } from '../localnet/start';
import { newTally, proveActions } from '../support/actions';
import { actOn, UNITS } from './actions';
import { borrowerOf, open, portfolios } from './portfolio';
import { currentPrices } from './prices';
import { readAt } from './readAt';

const SEED = 20261123;
const ACCOUNTS = 24;

for (const version of ['3.6', '3.0'] as const) {
  it(`an owner of Aave ${version} who does exactly what we say ends where we say (seed ${SEED})`, async () => {
    const localnet = await startLocalnet({ version, timestamp: EARLIEST_START });
    const tally = newTally();
    try {
      await localnet.freezeTime(); // from the start: then the seed alone decides, and no clock
      const prices = await currentPrices(localnet);
      for (const [index, portfolio] of portfolios(ACCOUNTS, SEED).entries()) {
        await open(localnet, borrowerOf(index), portfolio, prices);
      }
      await localnet.advance(86_400 * 400);
      for (let index = 0; index < ACCOUNTS; index++) {
        const account = borrowerOf(index);
        const { memo } = await readAt(localnet.client, account);
        const stage = {
          read: async () => (await readAt(localnet.client, account, { memo })).position,
          act: actOn(localnet, 'Core', account),
        };
        const units = () => (version === '3.6' ? UNITS[version] : UNITS.halfUp);
        await proveActions(stage, units, tally);
      }
    } finally {
      await localnet.stop();
    }
    const { supply, withdraw, borrow, repay, whole } = tally;
    expect(Math.min(supply, withdraw, borrow, repay, whole)).toBeGreaterThan(5);
  }, 240_000);
}
