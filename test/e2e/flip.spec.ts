import { expect, type Page, test } from '@playwright/test';
import { parseUnits } from 'viem';
import { cases, openCase } from '../aaveV3/cases';
import type { TokenSymbol } from '../localnet/production';
import { startWorld, type World } from './world';

let world: World;

test.beforeAll(async () => {
  world = await startWorld();
  // Interest of a second would move the exact price between reading and reaching it.
  await world.chain.freezeTime();
});
test.afterAll(() => world.close());

/** wrapped ether is called what it is priced as. */
const shownAs = (symbol: TokenSymbol) => (symbol === 'WETH' ? 'ETH' : symbol);

/** The last price at which the contract refuses, as the card on the page says it: "$1,870.12345678". */
async function exactPrice(page: Page, symbol: TokenSymbol): Promise<bigint> {
  const badge = await world.browser.waitForBadge(page, ({ prices }) => prices[shownAs(symbol)] !== undefined);
  return parseUnits((badge.prices[shownAs(symbol)] ?? '').replace(/[$,]/g, ''), 8);
}

/** Waits until the card has read this very block. */
async function badgeAtHead(page: Page) {
  const head = await world.chain.client.getBlockNumber({ cacheTime: 0 });
  return world.browser.waitForBadge(page, ({ text }) => text.includes(`at block ${head},`), 15_000);
}

for (const [index, opened] of cases.entries()) {
  test(`the price shown is the price at which Aave liquidates: ${opened.name}`, async () => {
    test.setTimeout(120_000);
    const { chain, browser } = world;
    const borrower = chain.accounts[index];
    if (!borrower) throw new Error('no account left');
    await openCase(chain, borrower, opened);
    const page = await world.openAs(borrower);
    await browser.waitForBadge(page, ({ level }) => level !== 'unknown');
    await browser.clickBadge(page);

    for (const symbol of opened.flips) {
      const now = await chain.price(symbol);
      await badgeAtHead(page);
      const shown = await exactPrice(page, symbol);
      const further = shown > now ? shown + 1n : shown - 1n;
      const attempt = { market: 'Core', borrower, ...opened.pair } as const;

      await chain.setPrice(symbol, shown);
      expect(await chain.wouldLiquidate(attempt)).toEqual({
        ok: false,
        error: 'HealthFactorNotBelowThreshold',
      });
      expect((await badgeAtHead(page)).level).toBe('critical');

      await chain.setPrice(symbol, further);
      expect(await chain.wouldLiquidate(attempt)).toEqual({ ok: true });
      const fallen = await badgeAtHead(page);
      expect([fallen.level, fallen.parts.level]).toEqual(['liquidatable', 'Liquidatable']);
      expect(fallen.parts.buffer).toBeUndefined();

      await chain.setPrice(symbol, now);
    }
    await page.close();
  });
}

test('a liquidation that happens is seen', async () => {
  const { chain, browser } = world;
  const borrower = chain.accounts[8]!;
  await openCase(chain, borrower, cases[0]!);
  const page = await world.openAs(borrower);
  await browser.waitForBadge(page, ({ level }) => level === 'watch');
  const today = await chain.price('WETH');
  await chain.setPrice('WETH', (today * 70n) / 100n);
  await browser.waitForBadge(page, ({ level }) => level === 'liquidatable');
  const done = await chain.liquidate({ market: 'Core', borrower, collateral: 'WETH', debt: 'USDC' });
  expect(done.ok).toBe(true);
  await browser.waitForBadge(page, ({ level }) => level !== 'liquidatable' && level !== 'unknown');
  await chain.setPrice('WETH', today);
});
