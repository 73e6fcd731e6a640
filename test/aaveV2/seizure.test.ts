import fc from 'fast-check';
import type { Address } from 'viem';
import { expect, it } from 'vitest';
import type { AaveV2Position } from '../../src/protocols/aaveV2/rules.position';
import { rulesOf } from '../../src/risk/rules';
import { borrowerOf } from '../aaveV3/portfolio';
import { symbolAt } from '../aaveV3/prices';
import type { Localnet } from '../localnet/start';
import { initialPrices, LISTED, type V2 } from './pool';
import { readAt } from './readAt';
import { withBorrowers } from './replica';

const SEED = 20261122;
const ACCOUNTS = 110;

/** Where a test wants the position: at this multiple of the contract's edge. */
const depths = fc.constantFrom(0.999, 0.97, 0.9, 0.7, 0.4);

it(`sizes a liquidation as Aave v2 carries it out, on random positions (seed ${SEED})`, async () => {
  const tally = { half: 0, wholeCollateral: 0 };
  await withBorrowers(ACCOUNTS, SEED, async (localnet, v2) => {
    await localnet.freezeTime();
    const pushes = fc.sample(depths, { numRuns: ACCOUNTS, seed: SEED });
    for (let index = 0; index < ACCOUNTS; index++) {
      const before = await localnet.snapshot();
      const position = await push(localnet, v2, borrowerOf(index), pushes[index] ?? 1);
      if (position && rulesOf(position).liquidatable(position)) await compareOne(v2, position);
      await localnet.revert(before);
    }
  });
  expect(tally.half + tally.wholeCollateral).toBeGreaterThanOrEqual(30);
  expect(tally.wholeCollateral).toBeGreaterThan(3);

  async function compareOne(v2: V2, position: AaveV2Position): Promise<void> {
    const seizure = rulesOf(position).seizure?.(position);
    const [repaid, seized] = [seizure?.repaid[0], seizure?.seized[0]];
    if (!repaid || !seized) throw new Error('a liquidatable position without a liquidation');
    expect(seizure?.blocked).toBeNull();
    expect(await v2.liquidate(position.owner, symbolAt(seized.asset), symbolAt(repaid.asset))).toEqual({
      ok: true,
      repaid: repaid.amount,
      seized: seized.amount,
    });
    const held = position.collateral.find(({ address }) => address === seized.asset);
    if (`${seized.amount}` === held?.amount) tally.wholeCollateral++;
    else tally.half++;
  }
}, 120_000);

/** Moves what is owed up, or else what is held down, so that the health factor comes near the wanted one. */
async function push(localnet: Localnet, v2: V2, account: Address, wanted: number) {
  const { position } = await readAt(localnet.client, account);
  const healthFactor = position && rulesOf(position).healthFactor(position);
  if (!position || !healthFactor) return null;
  const factor = BigInt(Math.round((Number(healthFactor) / 1e18 / wanted) * 1e9));
  const held = new Set(position.collateral.map(({ address }) => symbolAt(address)));
  const owed = new Set(position.debt.map(({ address }) => symbolAt(address)));
  for (const symbol of LISTED) {
    if (symbol === 'WETH' || held.has(symbol) === owed.has(symbol)) continue;
    const price = initialPrices[symbol];
    // Ether stands still: with it on one side, only the other can move.
    if (owed.has(symbol) && !owed.has('WETH')) await v2.setPrice(symbol, (price * factor) / 10n ** 9n + 1n);
    if (held.has(symbol) && owed.has('WETH')) await v2.setPrice(symbol, (price * 10n ** 9n) / factor + 1n);
  }
  return (await readAt(localnet.client, account)).position;
}
