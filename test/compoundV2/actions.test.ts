import { expect, it } from 'vitest';
import type { Holding } from '../../src/model/position';
import type { CTokenCollateral } from '../../src/protocols/compoundV2/rules.position';
import { createCompoundV2 } from '../localnet/compoundV2';
import { startLocalnet } from '../localnet/start';
import { newTally, proveActions } from '../support/actions';
import { act, provideFor } from './actions';
import { books, borrowerOf, open } from './books';
import { readCompound } from './readCompound';

const SEED = 20261125;
const ACCOUNTS = 20;
const WAD = 10n ** 18n;

/** A debt is exact. A collateral is by its cTokens: two of them, and one unit of the rate for each that stays. */
function unitsOf(moved: Holding | CTokenCollateral): bigint {
  if (!('exchangeRate' in moved)) return 0n;
  return (2n * BigInt(moved.exchangeRate) + BigInt(moved.cTokens)) / WAD + 2n;
}

it(`an owner of Compound v2 who does exactly what we say ends where we say (seed ${SEED})`, async () => {
  const net = await startLocalnet();
  const tally = newTally();
  try {
    const compound = createCompoundV2(net.client);
    for (const [index, book] of books(ACCOUNTS, SEED).entries()) {
      await open(compound, borrowerOf(index), book);
      await provideFor(net, borrowerOf(index));
    }
    await net.mine(7);
    for (let index = 0; index < ACCOUNTS; index++) {
      const account = borrowerOf(index);
      const { memo } = await readCompound(net.client, account);
      const stage = {
        read: async (when: 'before' | 'after') => {
          const blockTag = when === 'before' ? ('pending' as const) : ('latest' as const);
          return (await readCompound(net.client, account, { memo, blockTag })).position;
        },
        act: (...of: [Parameters<typeof act>[2], Parameters<typeof act>[3]]) => act(net, account, ...of),
      };
      await proveActions(stage, unitsOf, tally);
    }
  } finally {
    await net.stop();
  }
  const { supply, withdraw, borrow, repay, whole } = tally;
  expect(Math.min(supply, withdraw, borrow, repay, whole)).toBeGreaterThan(5);
}, 240_000);
