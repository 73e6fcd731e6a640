import type { Address } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runInLockstep } from '../../src/chain/lockstep';
import { morphoBlue } from '../../src/protocols/morphoBlue';
import { marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho, type LocalMorpho } from '../localnet/morpho';
import { type Localnet, startLocalnet } from '../localnet/start';
import { askRound, REPLY_LIMIT } from '../support/askRound';
import { borrowerOf } from './books';
import { readMorpho, told } from './readMorpho';

const OWNER = borrowerOf(0xe000);
const usdc = (whole: number) => BigInt(whole) * 10n ** 6n;
const ether = (whole: number) => BigInt(whole) * 10n ** 18n;

describe('requests that a reading takes', () => {
  let net: Localnet;
  let morpho: LocalMorpho;
  let fresh: `0x${string}`;
  beforeAll(async () => {
    net = await startLocalnet();
    morpho = createMorpho(net.client);
  });
  beforeEach(async () => {
    fresh = await net.snapshot();
  });
  afterEach(() => net.revert(fresh));
  afterAll(() => net.stop());

  const names = (read: Awaited<ReturnType<typeof readMorpho>>) =>
    read.positions.map(({ market }) => market.name);

  async function borrowOnBitcoin(account: Address = OWNER): Promise<void> {
    await morpho.supplyCollateral('WBTC/USDC', account, 1_00000000n);
    await morpho.borrow('WBTC/USDC', account, usdc(60_000));
  }

  it('one for somebody who has nothing in Morpho, cold and warm', async () => {
    const cold = await readMorpho(net.client, OWNER);
    const warm = await readMorpho(net.client, OWNER, { memo: cold.memo });
    expect([cold.rounds.length, warm.rounds.length, warm.positions]).toEqual([1, 1, []]);
    expect(warm.rounds[0]?.calls).toBe(3);
  });

  it('two cold and one warm, in a large market, with a small answer', async () => {
    await borrowOnBitcoin();
    const cold = await readMorpho(net.client, OWNER);
    const warm = await readMorpho(net.client, OWNER, { memo: cold.memo });
    expect([cold.rounds.length, names(cold)]).toEqual([2, ['Morpho WBTC/USDC 86%']]);
    expect([warm.rounds.length, warm.positions]).toEqual([1, cold.positions]);
    expect(warm.rounds[0]?.received).toBeLessThan(REPLY_LIMIT);
  });

  it('two cold and one warm in a market that was found elsewhere, and none knows of it before', async () => {
    await morpho.supplyCollateral('WETH/USDC', OWNER, ether(10));
    await morpho.borrow('WETH/USDC', OWNER, usdc(20_000));
    expect(names(await readMorpho(net.client, OWNER))).toEqual([]);
    const cold = await readMorpho(net.client, OWNER, { memo: told([marketId('WETH/USDC')]) });
    const warm = await readMorpho(net.client, OWNER, { memo: cold.memo });
    expect([cold.rounds.length, warm.rounds.length]).toEqual([2, 1]);
    expect([names(cold), names(warm)]).toEqual(Array(2).fill(['Morpho WETH/USDC 86%']));
  });

  it('two where a loan was opened between two reads, one where it was closed', async () => {
    const { memo: before } = await readMorpho(net.client, OWNER);
    await borrowOnBitcoin();
    const opened = await readMorpho(net.client, OWNER, { memo: before });
    expect([opened.rounds.length, names(opened)]).toEqual([2, ['Morpho WBTC/USDC 86%']]);
    const { borrowShares } = await morpho.position('WBTC/USDC', OWNER);
    await morpho.repayShares('WBTC/USDC', OWNER, borrowShares);
    await morpho.withdrawCollateral('WBTC/USDC', OWNER, 1_00000000n);
    const closed = await readMorpho(net.client, OWNER, { memo: opened.memo });
    expect([closed.rounds.length, closed.positions]).toEqual([2, []]);
    expect((await readMorpho(net.client, OWNER, { memo: closed.memo })).rounds.length).toBe(1);
  });

  it('the same for many wallets at once', async () => {
    const wallets = [OWNER, borrowerOf(0xe001), borrowerOf(0xe002)];
    for (const wallet of wallets) await borrowOnBitcoin(wallet);
    let requests = 0;
    const readers = wallets.map((wallet) => morphoBlue.read(morphoBlue.markets[0]!, wallet, null));
    const { outcomes } = await runInLockstep(readers, async (calls) => {
      requests++;
      return (await askRound(net.client, calls)).round;
    });
    expect(requests).toBe(2);
    const owners = outcomes.map((outcome) =>
      'reading' in outcome
        ? outcome.reading.positions.map(({ owner, agrees }) => [owner, agrees])
        : outcome.reason,
    );
    expect(owners).toEqual(wallets.map((wallet) => [[wallet, true]]));
  });

  it('has interest to the block, though nobody has touched the market', async () => {
    await borrowOnBitcoin();
    const { memo } = await readMorpho(net.client, OWNER);
    await net.advance(86_400 * 365);
    await net.freezeTime();
    const { positions: after } = await readMorpho(net.client, OWNER, { memo });
    const { borrowShares } = await morpho.position('WBTC/USDC', OWNER);
    const before = await net.balance('USDC', OWNER);
    await morpho.repayShares('WBTC/USDC', OWNER, borrowShares);
    // The helper mints as many tokens as there are shares; what is missing is what Morpho took for them.
    const paid = before + borrowShares - (await net.balance('USDC', OWNER));
    await net.thawTime();
    expect(paid).toBeGreaterThan(usdc(100_000));
    expect(after[0]!.debt[0]!.amount).toBe(`${paid}`);
    expect(after[0]!.agrees).toBe(true);
  });

  it.each([
    ['of another form', { used: 'all', ids: 3 }],
    ['with ids that are none', { ids: ['0x12', null, 'x'], used: [], markets: {}, tokens: {} }],
  ])('a memo %s is forgotten', async (_, memo) => {
    await borrowOnBitcoin();
    const found = await readMorpho(net.client, OWNER, { memo });
    expect([found.rounds.length, names(found)]).toEqual([2, ['Morpho WBTC/USDC 86%']]);
  });
});
