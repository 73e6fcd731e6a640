import type { Hex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compoundV2 } from '../../src/protocols/compoundV2';
import { drift } from '../../src/risk/drift';
import { createCompoundV2, type LocalCompoundV2 } from '../localnet/compoundV2';
import { CTOKEN_SYMBOLS } from '../localnet/deploy/compoundV2Markets';
import { type Localnet, startLocalnet } from '../localnet/start';
import { restOf } from '../support/drift';
import { readRates } from '../support/readRates';
import { borrowerOf, open } from './books';
import { readCompound } from './readCompound';

/** What our year counts: a block every twelve seconds. */
const BLOCK = 12;
const BLOCKS_A_YEAR = 2_628_000;

describe('rates on the real Compound v2', () => {
  let net: Localnet;
  let compound: LocalCompoundV2;
  beforeAll(async () => {
    net = await startLocalnet();
    compound = createCompoundV2(net.client);
  });
  afterAll(() => net.stop());

  const book = (used: number) => ({
    supplies: [{ symbol: 'cETH', dollars: 30_200, entered: true }] as const,
    borrows: [{ symbol: 'cDAI', share: 1 }] as const,
    used,
  });

  async function read(borrower: Hex) {
    const { position } = await readCompound(net.client, borrower);
    const send = async (call: { to: Hex; data: Hex }) => (await net.client.call(call)).data ?? '0x';
    return { position: position!, rates: await readRates(compoundV2, position!, send) };
  }

  it('are what the markets then add, block by block, on the curve of their model', async () => {
    const borrower = borrowerOf(0xd000);
    await open(compound, borrower, book(0.5));
    for (const symbol of CTOKEN_SYMBOLS) await compound.accrue(symbol);
    const { position, rates } = await read(borrower);
    await net.mine(300);
    const { position: after } = await read(borrower);
    const share = 300 / BLOCKS_A_YEAR;
    const grown = (was: string, is: string) => Number(BigInt(is) - BigInt(was)) / Number(was) / share;
    const [debt, held] = [rates.debt[0]!, rates.collateral[0]!];
    expect(grown(position.debt[0]!.amount, after.debt[0]!.amount) / (Number(debt.own) / 1e27)).toBeCloseTo(
      1,
      5,
    );
    const rate = (of: typeof position) => of.collateral[0]!.exchangeRate;
    expect(grown(rate(position), rate(after)) / (Number(held.own) / 1e27)).toBeCloseTo(1, 5);
    // JumpRateModelV2 counts 2,102,400 blocks a year: 2%, 12% more up to 80%, 200% for all beyond.
    const ours = (percent: number) => (percent / 100) * (BLOCKS_A_YEAR / 2_102_400);
    for (const [place, [at, percent]] of [
      [0, 2],
      [0.8, 2 + 12],
      [1, 2 + 12 + 200 * 0.2],
    ].entries()) {
      expect(Number(debt.curve!.corners[place]!.utilization) / 1e27).toBeCloseTo(at!, 9);
      expect(Number(debt.curve!.corners[place]!.rate) / 1e27).toBeCloseTo(ours(percent!), 6);
    }
    expect(Number(debt.curve!.utilization) / 1e27).toBeCloseTo(0.525, 2); // 210 of 400 million
  });

  it('interest alone liquidates when we say', async () => {
    const borrower = borrowerOf(0xd001);
    await open(compound, borrower, book(0.99));
    const { position } = await read(borrower);
    const price = await compound.price('cETH');
    const { debt, collateral } = position;
    // So low that the debt is a hair below what counts: 0.002% away.
    const counts = (BigInt(collateral[0]!.amount) * BigInt(collateral[0]!.threshold)) / 10n ** 18n;
    const edge = (BigInt(debt[0]!.amount) * 10n ** 18n) / counts;
    expect(edge).toBeLessThan(price);
    await compound.setPrice('cETH', (edge * 100_002n) / 100_000n);
    const { position: near, rates } = await read(borrower);
    const span = drift(near, rates)?.now as number;
    const blocks = Math.floor(span / BLOCK);
    expect(blocks).toBeGreaterThan(200);
    const attempt = {
      borrower,
      debt: 'cDAI',
      collateral: 'cETH',
      amount: 1n,
      accrueFirst: CTOKEN_SYMBOLS,
    } as const;
    await net.mine(blocks - 1); // the liquidation's own block is one more
    const early = await net.snapshot();
    expect((await compound.liquidate(attempt)).ok).toBe(false);
    await net.revert(early);
    const x = Number(rates.debt[0]!.own) / 1e27 / BLOCKS_A_YEAR;
    const ahead = restOf(1)(x * blocks) / x;
    await net.mine(Math.ceil(2 * ahead) + 5);
    expect((await compound.liquidate(attempt)).ok).toBe(true);
  });
});
