import { expect, it } from 'vitest';
import type { Action } from '../../src/model/action';
import type { AaveV2Position } from '../../src/protocols/aaveV2/rules.position';
import { UNITS } from '../aaveV3/actions';
import { borrowerOf, portfolios } from '../aaveV3/portfolio';
import { symbolAt } from '../aaveV3/prices';
import { EARLIEST_START } from '../localnet/genesis';
import { startLocalnet } from '../localnet/start';
import { newTally, proveActions } from '../support/actions';
import { createV2, type V2 } from './pool';
import { open } from './portfolio';
import { readAt } from './readAt';

const SEED = 20261124;
const ACCOUNTS = 24;
const LENDER = borrowerOf(0xffff);

const actOn =
  (v2: V2, account: `0x${string}`) =>
  async ({ kind, place, amount }: Action, { collateral, debt }: AaveV2Position) => {
    const symbol = symbolAt((kind === 'supply' || kind === 'withdraw' ? collateral : debt)[place]!.address);
    if (kind === 'supply') return v2.deposit(account, symbol, amount);
    // Another's deposit, so that the pool has what is taken out.
    await v2.deposit(LENDER, symbol, amount);
    if (kind === 'borrow') return v2.borrow(account, symbol, amount, 'variable');
    return v2[kind](account, symbol, amount);
  };

it(`an owner of Aave v2 who does exactly what we say ends where we say (seed ${SEED})`, async () => {
  const localnet = await startLocalnet({ timestamp: EARLIEST_START });
  const tally = newTally();
  try {
    await localnet.freezeTime(); // from the start: then the seed alone decides, and no clock
    const v2 = createV2(localnet);
    for (const [index, portfolio] of portfolios(ACCOUNTS, SEED).entries()) {
      await open(v2, borrowerOf(index), portfolio);
    }
    await localnet.advance(86_400 * 400);
    for (let index = 0; index < ACCOUNTS; index++) {
      const account = borrowerOf(index);
      const { memo } = await readAt(localnet.client, account);
      const stage = {
        read: async () => (await readAt(localnet.client, account, { memo })).position,
        act: actOn(v2, account),
      };
      await proveActions(stage, () => UNITS.halfUp, tally);
    }
  } finally {
    await localnet.stop();
  }
  const { supply, withdraw, borrow, repay, whole } = tally;
  expect(Math.min(supply, withdraw, borrow, repay, whole)).toBeGreaterThan(5);
}, 240_000);
