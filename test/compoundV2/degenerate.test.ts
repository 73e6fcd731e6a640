import type { Hex } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rules } from '../../src/protocols/compoundV2/rules';
import type { CompoundV2Position } from '../../src/protocols/compoundV2/rules.position';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { createCompoundV2, type LocalCompoundV2 } from '../localnet/compoundV2';
import { CTOKEN_SYMBOLS, CTOKENS } from '../localnet/deploy/compoundV2Markets';
import { type Localnet, startLocalnet } from '../localnet/start';
import { asOverride, borrowerOf } from './books';
import { askComptroller } from './comptroller';
import { readCompound } from './readCompound';

const OWNER = borrowerOf(0xd000);
const WAD = 10n ** 18n;
const usdc = (whole: number) => BigInt(whole) * 10n ** 6n;
const ether = (whole: number) => BigInt(whole) * WAD;

describe('degenerate cases', () => {
  let net: Localnet;
  let compound: LocalCompoundV2;
  let fresh: Hex;
  beforeAll(async () => {
    net = await startLocalnet();
    compound = createCompoundV2(net.client);
  });
  beforeEach(async () => {
    fresh = await net.snapshot();
    await compound.mint('cETH', OWNER, ether(10));
    await compound.enter(OWNER, ['cETH']);
  });
  afterEach(() => net.revert(fresh));
  afterAll(() => net.stop());

  async function read(blockTag: 'latest' | 'pending' = 'latest'): Promise<CompoundV2Position> {
    const { position } = await readCompound(net.client, OWNER, { blockTag });
    if (!position) throw new Error('no position');
    return position;
  }

  it('no debt (fault 39)', async () => {
    const position = await read();
    expect([rules.healthFactor(position), rules.liquidatable(position), rules.seizure!(position)]).toEqual([
      null,
      false,
      null,
    ]);
    expect([position.debt, position.agrees]).toEqual([[], true]);
  });

  it('no collateral: nothing that was entered counts for anything', async () => {
    await compound.borrow('cUSDC', OWNER, usdc(1_000));
    await compound.setCollateralFactor('cETH', 0n);
    const position = await read();
    expect([rules.healthFactor(position), rules.liquidatable(position)]).toEqual([0n, true]);
    expect([position.contract.liquidatable, position.agrees]).toEqual([true, true]);
    // It counts for nothing and is seized all the same.
    expect(rules.seizure!(position)?.seized[0]?.amount).toBeGreaterThan(0n);
  });

  it('what was supplied without entering the market is no collateral', async () => {
    await compound.mint('cDAI', OWNER, ether(1_000));
    const position = await read();
    expect(position.collateral.map(({ symbol }) => symbol)).toEqual(['ETH']);
    await compound.enter(OWNER, ['cDAI']);
    expect((await read()).collateral.map(({ symbol }) => symbol)).toEqual(['ETH', 'DAI']);
  });

  it('a debt in the collateral’s own asset', async () => {
    await compound.borrow('cETH', OWNER, ether(8));
    const position = await read();
    const [price, ...others] = liquidationPrices(position);
    expect([price?.side, price?.direction, price?.reason, others]).toEqual([
      'both',
      'none',
      'safe at every price',
      [],
    ]);
    for (const factor of [1n, 1_000n, 10n ** 9n]) {
      const prices = { cETH: 3020n * WAD * factor };
      expect((await askComptroller(net, OWNER, prices, null)).shortfall).toBe(0n);
    }
  });

  it('a zero price: error 13 with liquidity 0 and shortfall 0 is unknown, never safe (fault 31)', async () => {
    await compound.borrow('cUSDC', OWNER, usdc(20_000));
    await compound.setPrice('cETH', 0n);
    const theirs = await askComptroller(net, OWNER, {}, { debt: 'cUSDC', collateral: 'cETH' });
    expect(theirs).toEqual({ code: 13n, liquidity: 0n, shortfall: 0n, liquidates: false });
    await expect(read()).rejects.toThrow(
      'Its oracle gives no price for ETH. Compound itself cannot judge the position now.',
    );
  });

  it('a zero price of an asset that was entered and holds nothing stops the judgement as well', async () => {
    await compound.borrow('cUSDC', OWNER, usdc(20_000));
    await compound.enter(OWNER, ['cWBTC']);
    await compound.setPrice('cWBTC', 0n);
    await expect(read()).rejects.toThrow('Its oracle gives no price for WBTC.');
  });

  it('an oracle that reverts (fault 36)', async () => {
    await compound.borrow('cUSDC', OWNER, usdc(20_000));
    const { memo } = await readCompound(net.client, OWNER);
    await net.client.setCode({ address: memo.oracle as Hex, bytecode: '0x60006000fd' });
    await expect(read()).rejects.toThrow('The contract did not answer getAccountLiquidity.');
  });

  it('a price far above 2^64 and one of a single unit', async () => {
    await compound.borrow('cUSDC', OWNER, usdc(20_000));
    for (const [price, isSafe] of [
      [2n ** 130n, true],
      [1n, false],
    ] as const) {
      const stateOverride = asOverride({ cETH: price });
      const { position } = await readCompound(net.client, OWNER, { stateOverride });
      expect([position?.agrees, position?.contract.liquidatable]).toEqual([true, !isSafe]);
      expect(rules.liquidatable(position!)).toBe(!isSafe);
    }
  });

  it.each([0, 27, 36])('a token of %s decimals: another name for the same integers', async (decimals) => {
    await compound.borrow('cUSDC', OWNER, usdc(15_000));
    const { memo, position } = await readCompound(net.client, OWNER);
    const cTokens = memo.cTokens as Record<string, object>;
    const strange = { ...cTokens[CTOKENS.cETH.address], decimals };
    const read = await readCompound(net.client, OWNER, {
      memo: { ...memo, cTokens: { ...cTokens, [CTOKENS.cETH.address]: strange } },
    });
    expect(read.position?.collateral[0]).toMatchObject({ decimals, priceDecimals: 36 - decimals });
    const flips = [read.position, position].map((each) => liquidationPrices(each!).map(({ safe }) => safe));
    expect([flips[0], read.position?.agrees]).toEqual([flips[1], true]);
  });

  it('seizing is paused: blocked, and a real liquidation fails (fault 38)', async () => {
    await compound.borrow('cUSDC', OWNER, usdc(20_000));
    await compound.setPrice('cETH', 2_000n * WAD);
    expect(rules.seizure!(await read())?.blocked).toBeNull();
    await compound.pauseSeizing(true);
    const position = await read();
    expect([rules.liquidatable(position), rules.seizure!(position)?.blocked]).toEqual([
      true,
      'Liquidations are paused in Compound v2.',
    ]);
    const attempt = { borrower: OWNER, debt: 'cUSDC', collateral: 'cETH', amount: usdc(1) } as const;
    expect(await compound.liquidate(attempt)).toEqual({ ok: false, error: 'seize is paused' });
  });

  it('a deprecated market: liquidated at any health, the whole debt at once', async () => {
    await compound.borrow('cUSDC', OWNER, usdc(1_000));
    const attempt = {
      borrower: OWNER,
      debt: 'cUSDC',
      collateral: 'cETH',
      accrueFirst: CTOKEN_SYMBOLS,
    } as const;
    expect((await compound.liquidate({ ...attempt, amount: usdc(1) })).ok).toBe(false);
    await compound.deprecate('cUSDC');
    const position = await read('pending');
    expect(rules.healthFactor(position)).toBeGreaterThan(20n * WAD);
    expect([rules.liquidatable(position), position.contract.liquidatable, position.agrees]).toEqual([
      true,
      true,
      true,
    ]);
    expect(liquidationPrices(position).map(({ reason }) => reason)).toEqual(
      Array(2).fill('already liquidatable'),
    );
    const { repaid } = rules.seizure!(position)!;
    expect(repaid[0]?.amount).toBe(BigInt(position.debt[0]!.amount));
    expect(await compound.liquidate({ ...attempt, amount: repaid[0]!.amount })).toMatchObject({ ok: true });
    expect((await compound.snapshotOf('cUSDC', OWNER)).borrowed).toBe(0n);
  });

  it('a deprecated market that the owner only supplied to liquidates nobody', async () => {
    await compound.mint('cUSDC', OWNER, usdc(100));
    await compound.enter(OWNER, ['cUSDC']);
    await compound.borrow('cDAI', OWNER, ether(1_000));
    await compound.deprecate('cUSDC');
    const position = await read();
    expect([rules.liquidatable(position), position.contract.liquidatable, position.agrees]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('a market that cannot add its interest: stale balances are not shown', async () => {
    await compound.borrow('cUSDC', OWNER, usdc(1_000));
    const { memo } = await readCompound(net.client, OWNER);
    await net.mine(2);
    // accrueInterest returns a code: PUSH1 9, PUSH1 0, MSTORE, PUSH1 32, PUSH1 0, RETURN
    const stateOverride = [{ address: CTOKENS.cUSDC.address, code: '0x600960005260206000f3' }] as const;
    await expect(
      readCompound(net.client, OWNER, { memo, stateOverride: [...stateOverride] }),
    ).rejects.toThrow('A market did not add the interest up to this block.');
  });
});
