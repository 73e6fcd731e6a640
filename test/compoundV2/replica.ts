import type { Address } from 'viem';
import { expect } from 'vitest';
import { rules } from '../../src/protocols/compoundV2/rules';
import type { CompoundV2Position } from '../../src/protocols/compoundV2/rules.position';
import { sumsOf } from '../../src/protocols/compoundV2/rules.sums';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { createCompoundV2 } from '../localnet/compoundV2';
import type { CTokenSymbol } from '../localnet/deploy/compoundV2Markets';
import { type Localnet, startLocalnet } from '../localnet/start';
import { asOverride, books, borrowerOf, cTokenAt, open, type Prices, shocks as randomPrices } from './books';
import { askComptroller } from './comptroller';
import { readCompound } from './readCompound';

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
  /** Verdicts that a real liquidateBorrow gave too. */
  attempted: number;
}

/**
 * Opens seeded random books on the real contracts and compares verdict and liquidity, to the unit, at today's prices, at
 * random ones, and one oracle unit on either side of every liquidation price that we name.
 */
export async function compareReplica({ accounts, shocks }: Size, seed: number): Promise<Tally> {
  const net = await startLocalnet();
  const tally: Tally = { positions: 0, liquidatable: 0, nearTheEdge: 0, attempted: 0 };
  try {
    const compound = createCompoundV2(net.client);
    for (const [index, book] of books(accounts, seed).entries())
      await open(compound, borrowerOf(index), book);
    await net.mine(7);
    const random = await randomPrices(compound, accounts * shocks, seed);
    for (let index = 0; index < accounts; index++) {
      const borrower = borrowerOf(index);
      const { memo } = await readCompound(net.client, borrower);
      for (const prices of [{}, ...random.slice(index * shocks, (index + 1) * shocks)]) {
        for (const { symbol, safe, liquidated } of await compareAt(net, borrower, memo, prices, tally)) {
          tally.nearTheEdge += 2;
          await compareAt(net, borrower, memo, { ...prices, [symbol]: safe }, tally, false);
          await compareAt(net, borrower, memo, { ...prices, [symbol]: liquidated }, tally, true);
        }
      }
    }
    return tally;
  } finally {
    await net.stop();
  }
}

interface Edge {
  readonly symbol: CTokenSymbol;
  readonly safe: bigint;
  readonly liquidated: bigint;
}

/** Compares once; returns the prices on both sides of every flip that our rules predict from here. */
async function compareAt(
  net: Localnet,
  borrower: Address,
  memo: Awaited<ReturnType<typeof readCompound>>['memo'],
  prices: Prices,
  tally: Tally,
  predicted?: boolean,
): Promise<Edge[]> {
  const { position } = await readCompound(net.client, borrower, { memo, stateOverride: asOverride(prices) });
  const pair = position ? pairOf(position) : null;
  const theirs = await askComptroller(net, borrower, prices, pair);
  expect(theirs.code).toBe(0n);
  tally.positions++;
  if (theirs.shortfall > 0n) tally.liquidatable++;
  if (predicted !== undefined) expect(theirs.shortfall > 0n).toBe(predicted);
  if (!position) {
    expect(theirs).toEqual({ code: 0n, liquidity: 0n, shortfall: 0n, liquidates: null });
    return [];
  }
  const { counted, owed } = sumsOf(position);
  expect(counted - owed).toBe(theirs.liquidity - theirs.shortfall);
  expect(rules.liquidatable(position)).toBe(theirs.shortfall > 0n);
  expect((rules.healthFactor(position) ?? WAD) < WAD).toBe(theirs.shortfall > 0n);
  expect([position.agrees, position.contract.liquidatable]).toEqual([true, theirs.shortfall > 0n]);
  if (theirs.liquidates !== null) {
    tally.attempted++;
    expect(theirs.liquidates).toBe(theirs.shortfall > 0n);
  }
  return liquidationPrices(position).flatMap(({ feed, safe, liquidated }) => {
    if (safe === null || liquidated === null) return [];
    const moved = [...position.collateral, ...position.debt].find((each) => each.feed === feed);
    return [{ symbol: cTokenAt(moved!.cToken), safe: BigInt(safe), liquidated: BigInt(liquidated) }];
  });
}

/** A debt in ERC-20 tokens of which the close factor allows a unit, and any collateral. */
function pairOf({ collateral: [held], debt }: CompoundV2Position) {
  const owed = debt.find(({ cToken, amount }) => cTokenAt(cToken) !== 'cETH' && BigInt(amount) > 1n);
  return held && owed ? { debt: cTokenAt(owed.cToken), collateral: cTokenAt(held.cToken) } : null;
}
