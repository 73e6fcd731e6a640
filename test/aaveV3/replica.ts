import fc from 'fast-check';
import type { Address } from 'viem';
import { expect } from 'vitest';
import { rules } from '../../src/protocols/aaveV3/rules';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { SYMBOLS, type TokenSymbol } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { poolHealthFactor } from './poolHealthFactor';
import { borrowerOf, open, portfolios } from './portfolio';
import { asOverride, currentPrices, type PriceSet, symbolAt } from './prices';
import { readAt } from './readAt';

const WAD = 10n ** 18n;
const MAX_UINT256 = 2n ** 256n - 1n;

/** Prices that have nothing to do with one another, a third to three times today's, with odd last digits. */
const shock = fc.tuple(...SYMBOLS.map(() => fc.integer({ min: 333_331, max: 3_000_017 })));

const shocked = (prices: Record<TokenSymbol, bigint>, factors: readonly number[]): PriceSet =>
  Object.fromEntries(
    SYMBOLS.map((symbol, at) => [symbol, (prices[symbol] * BigInt(factors[at] ?? 1)) / 1_000_000n + 1n]),
  );

export interface Tally {
  positions: number;
  liquidatable: number;
  nearTheEdge: number;
}

/**
 * Opens seeded random portfolios on the real contracts and compares verdict and health factor, to the wei, at today's
 * prices, at random ones, and one oracle unit on either side of every liquidation price that we name.
 */
export async function compareReplica(
  version: '3.6' | '3.0',
  { accounts, shocks: count = 4 }: { accounts: number; shocks?: number },
  seed: number,
): Promise<Tally> {
  const localnet = await startLocalnet({ version });
  const tally: Tally = { positions: 0, liquidatable: 0, nearTheEdge: 0 };
  try {
    // An asset that lends nothing cannot be made collateral, so it becomes one first and loses its loan-to-value after.
    await localnet.configureReserve('Core', 'BAL', { ltv: 5_500, lt: 5_900, bonus: 10_830 });
    const prices = await currentPrices(localnet);
    for (const [index, portfolio] of portfolios(accounts, seed).entries()) {
      await open(localnet, borrowerOf(index), portfolio, prices);
    }
    await localnet.configureReserve('Core', 'BAL', { ltv: 0, lt: 5_900, bonus: 10_830 });
    await localnet.advance(86_400 * 37);
    const shocks = fc.sample(shock, { numRuns: accounts * count, seed });
    for (let index = 0; index < accounts; index++) {
      const account = borrowerOf(index);
      const { memo } = await readAt(localnet.client, account);
      const random = shocks
        .slice(index * count, (index + 1) * count)
        .map((factors) => shocked(prices, factors));
      for (const set of [{}, ...random]) {
        const edges = await compareAt(localnet, account, memo, set, tally);
        for (const { symbol, safe, liquidated } of edges) {
          tally.nearTheEdge += 2;
          await compareAt(localnet, account, memo, { ...set, [symbol]: safe }, tally, false);
          await compareAt(localnet, account, memo, { ...set, [symbol]: liquidated }, tally, true);
        }
      }
    }
    return tally;
  } finally {
    await localnet.stop();
  }
}

interface Edge {
  readonly symbol: TokenSymbol;
  readonly safe: bigint;
  readonly liquidated: bigint;
}

/** Compares once; returns the prices on both sides of every flip that our rules predict from here. */
async function compareAt(
  localnet: Localnet,
  account: Address,
  memo: Awaited<ReturnType<typeof readAt>>['memo'],
  prices: PriceSet,
  tally: Tally,
  predicted?: boolean,
): Promise<Edge[]> {
  const { position } = await readAt(localnet.client, account, { memo, stateOverride: asOverride(prices) });
  const theirs = await poolHealthFactor(localnet, account, prices);
  tally.positions++;
  if (theirs < WAD) tally.liquidatable++;
  if (predicted !== undefined) expect(theirs < WAD).toBe(predicted);
  if (!position) {
    expect(theirs).toBe(MAX_UINT256);
    return [];
  }
  expect(rules.healthFactor(position) ?? MAX_UINT256).toBe(theirs);
  expect(rules.liquidatable(position)).toBe(theirs < WAD);
  expect(position.agrees).toBe(true);
  return liquidationPrices(position).flatMap(({ asset, safe, liquidated }) => {
    if (safe === null || liquidated === null) return [];
    return [{ symbol: symbolAt(asset.address), safe: BigInt(safe), liquidated: BigInt(liquidated) }];
  });
}
