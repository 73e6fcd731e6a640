import fc from 'fast-check';
import type { Address } from 'viem';
import { expect } from 'vitest';
import type { Memo } from '../../src/model/reader';
import type { AaveV2Position } from '../../src/protocols/aaveV2/rules.position';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { rulesOf } from '../../src/risk/rules';
import { borrowerOf, portfolios } from '../aaveV3/portfolio';
import { symbolAt } from '../aaveV3/prices';
import type { TokenSymbol } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { asOverride, createV2, initialPrices, LISTED, type PriceSet, type V2 } from './pool';
import { open } from './portfolio';
import { readAt } from './readAt';

const WAD = 10n ** 18n;
const MAX_UINT256 = 2n ** 256n - 1n;

/** Prices that have nothing to do with one another, a third to three times today's, with odd last digits. */
const shock = fc.tuple(...LISTED.map(() => fc.integer({ min: 333_331, max: 3_000_017 })));

const shocked = (factors: readonly number[]): PriceSet =>
  Object.fromEntries(
    LISTED.filter((symbol) => symbol !== 'WETH').map((symbol, at) => [
      symbol,
      (initialPrices[symbol] * BigInt(factors[at] ?? 1)) / 1_000_000n + 1n,
    ]),
  );

/** Random borrowers on the real pool, with the interest of a month. */
export async function withBorrowers<T>(
  accounts: number,
  seed: number,
  body: (localnet: Localnet, v2: V2) => Promise<T>,
): Promise<T> {
  const localnet = await startLocalnet();
  try {
    const v2 = createV2(localnet);
    for (const [index, portfolio] of portfolios(accounts, seed).entries()) {
      await open(v2, borrowerOf(index), portfolio);
    }
    await localnet.advance(86_400 * 37);
    return await body(localnet, v2);
  } finally {
    await localnet.stop();
  }
}

export interface Tally {
  positions: number;
  liquidatable: number;
  nearTheEdge: number;
  stable: number;
}

/**
 * Compares verdict and health factor with the pool's, to the wei, at today's prices, at random ones, and one oracle unit
 * on either side of every liquidation price that we name.
 */
export const compareReplica = (accounts: number, seed: number): Promise<Tally> =>
  withBorrowers(accounts, seed, async (localnet, v2) => {
    const tally: Tally = { positions: 0, liquidatable: 0, nearTheEdge: 0, stable: 0 };
    const shocks = fc.sample(shock, { numRuns: accounts * 4, seed });
    for (let index = 0; index < accounts; index++) {
      const account = borrowerOf(index);
      const { memo } = await readAt(localnet.client, account);
      if (await v2.hasStableDebt(account)) tally.stable++;
      const at = (prices: PriceSet, predicted?: boolean) =>
        compareAt(localnet, v2, account, memo, prices, tally, predicted);
      for (const set of [{}, ...shocks.slice(index * 4, index * 4 + 4).map(shocked)]) {
        for (const { symbol, safe, liquidated } of await at(set)) {
          tally.nearTheEdge += 2;
          await at({ ...set, [symbol]: safe }, false);
          await at({ ...set, [symbol]: liquidated }, true);
        }
      }
    }
    return tally;
  });

interface Edge {
  readonly symbol: TokenSymbol;
  readonly safe: bigint;
  readonly liquidated: bigint;
}

/** Compares once; returns the prices on both sides of every flip that our rules predict from here. */
async function compareAt(
  localnet: Localnet,
  v2: V2,
  account: Address,
  memo: Memo,
  prices: PriceSet,
  tally: Tally,
  predicted?: boolean,
): Promise<Edge[]> {
  const stateOverride = asOverride(prices);
  const { position } = await readAt(localnet.client, account, { memo, stateOverride });
  const { healthFactor: theirs } = await v2.account(account, prices);
  tally.positions++;
  if (theirs < WAD) tally.liquidatable++;
  if (predicted !== undefined) expect(theirs < WAD).toBe(predicted);
  if (!position) {
    expect(theirs).toBe(MAX_UINT256);
    return [];
  }
  expectSame(position, theirs);
  return liquidationPrices(position).flatMap(({ asset, safe, liquidated }) => {
    if (safe === null || liquidated === null) return [];
    return [{ symbol: symbolAt(asset.address), safe: BigInt(safe), liquidated: BigInt(liquidated) }];
  });
}

function expectSame(position: AaveV2Position, theirs: bigint): void {
  const rules = rulesOf(position);
  expect(rules.healthFactor(position) ?? MAX_UINT256).toBe(theirs);
  expect(rules.liquidatable(position)).toBe(theirs < WAD);
  expect(position.agrees).toBe(true);
}
