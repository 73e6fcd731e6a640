import type { Address } from 'viem';
import { expect } from 'vitest';
import { rules } from '../../src/protocols/morphoBlue/rules';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { MORPHO_MARKET_NAMES, type MorphoMarketName, marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho } from '../localnet/morpho';
import { type Localnet, startLocalnet } from '../localnet/start';
import { asOverride, books, borrowerOf, open, type Prices, shocks as randomPrices } from './books';
import { morphoLiquidates, nameOf } from './morphoLiquidates';
import { readMorpho } from './readMorpho';

const WAD = 10n ** 18n;

interface Size {
  readonly accounts: number;
  /** Random sets of prices that each borrower is seen at. */
  readonly shocks: number;
}

export interface Tally {
  positions: number;
  liquidatable: number;
  nearTheEdge: number;
}

/**
 * Opens seeded random loans on the real contract and compares every verdict with a real liquidation call: at today's
 * prices, at random ones, and one oracle unit on either side of every liquidation price that we name.
 */
export async function compareReplica({ accounts, shocks }: Size, seed: number): Promise<Tally> {
  const net = await startLocalnet();
  const tally: Tally = { positions: 0, liquidatable: 0, nearTheEdge: 0 };
  try {
    const morpho = createMorpho(net.client);
    for (const [index, loans] of books(accounts, seed).entries())
      await open(morpho, borrowerOf(index), loans);
    await net.advance(86_400 * 37 + 11);
    const random = await randomPrices(morpho, accounts * shocks, seed);
    const ids = { ids: MORPHO_MARKET_NAMES.map(marketId) };
    for (let index = 0; index < accounts; index++) {
      const borrower = borrowerOf(index);
      const { memo } = await readMorpho(net.client, borrower, { memo: ids });
      for (const prices of [{}, ...random.slice(index * shocks, (index + 1) * shocks)]) {
        const edges = await compareAt(net, borrower, memo, prices, tally);
        const at = (side: 'safe' | 'liquidated') =>
          ({ ...prices, ...Object.fromEntries(edges.map((edge) => [edge.name, edge[side]])) }) as Prices;
        for (const side of ['safe', 'liquidated'] as const) {
          tally.nearTheEdge += edges.length;
          const predicted = new Map(edges.map(({ name }) => [name, side === 'liquidated']));
          await compareAt(net, borrower, memo, at(side), tally, predicted);
        }
      }
    }
    return tally;
  } finally {
    await net.stop();
  }
}

/** Compares every position of a borrower; returns the prices on both sides of every flip that our rules predict from here. */
async function compareAt(
  net: Localnet,
  borrower: Address,
  memo: Awaited<ReturnType<typeof readMorpho>>['memo'],
  prices: Prices,
  tally: Tally,
  predicted = new Map<MorphoMarketName, boolean>(),
) {
  const { positions, errors } = await readMorpho(net.client, borrower, {
    memo,
    stateOverride: asOverride(prices),
  });
  expect(errors).toEqual([]);
  const edges: { name: MorphoMarketName; safe: bigint; liquidated: bigint }[] = [];
  for (const position of positions) {
    const name = nameOf(position);
    tally.positions++;
    const owes = position.debt.length > 0;
    const theirs = owes && (await morphoLiquidates(net, name, borrower, prices));
    if (theirs) tally.liquidatable++;
    expect([name, rules.liquidatable(position), position.contract.liquidatable]).toEqual([
      name,
      theirs,
      theirs,
    ]);
    expect(position.agrees).toBe(true);
    expect((rules.healthFactor(position) ?? WAD) < WAD).toBe(theirs);
    if (predicted.has(name)) expect([name, theirs]).toEqual([name, predicted.get(name)]);
    for (const { safe, liquidated } of liquidationPrices(position)) {
      if (safe !== null && liquidated !== null) {
        edges.push({ name, safe: BigInt(safe), liquidated: BigInt(liquidated) });
      }
    }
  }
  return edges;
}
