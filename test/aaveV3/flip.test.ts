import { parseUnits } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiquidationPrice } from '../../src/model/risk';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { TOKENS, type TokenSymbol } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { borrowerOf } from './portfolio';
import { symbolAt } from './prices';
import { readAt } from './readAt';

interface Case {
  readonly name: string;
  readonly eMode?: boolean;
  readonly supplies: Partial<Record<TokenSymbol, string>>;
  readonly borrows: Partial<Record<TokenSymbol, string>>;
  /** Assets that must have a liquidation price; at no price of any other does the position fall. */
  readonly flips: readonly TokenSymbol[];
}

const cases: readonly Case[] = [
  { name: 'one collateral', supplies: { WETH: '10' }, borrows: { USDC: '18000' }, flips: ['WETH', 'USDC'] },
  {
    name: 'two collaterals and two debts of different decimals',
    supplies: { WETH: '10', WBTC: '0.5' },
    borrows: { USDC: '40000', DAI: '5000' },
    flips: ['WETH', 'WBTC', 'USDC', 'DAI'],
  },
  {
    name: 'an efficiency-mode loop of wstETH against WETH',
    eMode: true,
    supplies: { wstETH: '30' },
    borrows: { WETH: '32' },
    flips: ['wstETH', 'WETH'],
  },
  {
    name: 'volatile debt against dollars',
    supplies: { USDC: '50000' },
    borrows: { WBTC: '0.3' },
    flips: ['USDC', 'WBTC'],
  },
  { name: 'dust', supplies: { WETH: '0.00002' }, borrows: { USDC: '0.031' }, flips: ['WETH', 'USDC'] },
  {
    name: 'one asset on both sides',
    supplies: { WETH: '12', DAI: '9000' },
    borrows: { WETH: '3', USDC: '24000' },
    flips: ['WETH', 'DAI', 'USDC'],
  },
];

const raw = (symbol: TokenSymbol, amount: string): bigint => parseUnits(amount, TOKENS[symbol].decimals);
const entries = (amounts: Partial<Record<TokenSymbol, string>>) =>
  Object.entries(amounts) as [TokenSymbol, string][];
const refusals = { '3.6': 'HealthFactorNotBelowThreshold', '3.0': '45' } as const;

for (const version of ['3.6', '3.0'] as const) {
  describe(`at every liquidation price Aave ${version} still refuses, and one oracle unit further it liquidates`, () => {
    let localnet: Localnet;
    beforeAll(async () => {
      localnet = await startLocalnet({ version });
    });
    afterAll(() => localnet.stop());

    it.each(cases.map((each, index) => ({ ...each, index })))(
      '$name',
      async ({ supplies, borrows, eMode, flips, index }) => {
        const borrower = borrowerOf(index);
        for (const [symbol, amount] of entries(supplies)) {
          await localnet.supply('Core', borrower, symbol, raw(symbol, amount));
        }
        if (eMode) await localnet.setEMode('Core', borrower, 1);
        for (const [symbol, amount] of entries(borrows)) {
          await localnet.borrow('Core', borrower, symbol, raw(symbol, amount));
        }
        await localnet.freezeTime();
        const { position } = await readAt(localnet.client, borrower);
        const found = liquidationPrices(position!).filter(({ safe }) => safe !== null);
        expect(found.map(({ asset }) => asset.symbol).sort()).toEqual([...flips].sort());
        for (const flip of found) await showFlip(localnet, borrower, flip, version);
        await localnet.thawTime();
      },
    );
  });
}

/** Each side in a copy of the state, by a real liquidator's real transaction. */
async function showFlip(
  localnet: Localnet,
  borrower: `0x${string}`,
  flip: LiquidationPrice,
  version: '3.6' | '3.0',
) {
  const moved = symbolAt(flip.asset.address);
  const { position } = await readAt(localnet.client, borrower);
  const largest = (
    of: typeof position extends null
      ? never
      : readonly { amount: string; price: string; decimals: number; address: `0x${string}` }[],
  ) => symbolAt([...of].sort((a, b) => worth(b) - worth(a))[0]!.address);
  const pair = { collateral: largest(position!.collateral), debt: largest(position!.debt) };
  const attempt = { market: 'Core' as const, borrower, ...pair };

  const before = await localnet.snapshot();
  await localnet.setPrice(moved, BigInt(flip.safe!));
  expect(await localnet.liquidate(attempt)).toEqual({ ok: false, error: refusals[version] });
  await localnet.setPrice(moved, BigInt(flip.liquidated!));
  expect(await localnet.liquidate(attempt)).toMatchObject({ ok: true });
  await localnet.revert(before);
}

const worth = (held: { amount: string; price: string; decimals: number }): number =>
  (Number(held.amount) / 10 ** held.decimals) * Number(held.price);
