import { expect, test } from '@playwright/test';
import { parseUnits } from 'viem';
import type { Notice } from '../../src/model/alert';
import { startWorld, type World } from './world';

let world: World;

test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

const history = async () => ((await world.browser.stored('local')).history ?? []) as Notice[];

test('connect, watch, the price falls: a notification with a way out; do it, and the level recovers without another', async () => {
  const { chain, browser } = world;
  const borrower = chain.accounts[0]!;
  await chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await chain.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
  const page = await world.openAs(borrower);
  await browser.waitForBadge(page, ({ level }) => level === 'watch');
  const popup = await browser.openPopup();
  await popup.getByRole('button', { name: /^Watch 0x/ }).click();
  await expect(popup.getByText('None yet')).toBeVisible();
  expect(await browser.notices()).toEqual([]);

  await chain.setPrice('WETH', 2_400_00000000n);
  await browser.waitForBadge(page, ({ level }) => level === 'low');
  await expect.poll(() => browser.notices()).toHaveLength(1);
  const [notice] = await history();
  expect(notice).toMatchObject({ level: 'low', title: 'Low: Aave v3 Core · Ethereum' });
  const [, dollars = ''] = /Repay ([\d,]+) USDC/.exec(notice!.message) ?? [];
  await chain.repay('Core', borrower, 'USDC', parseUnits(dollars.replaceAll(',', ''), 6));
  await browser.waitForBadge(page, ({ level }) => level === 'watch');

  // Back below the limit by a hair, as prices flutter: no second one.
  await chain.setPrice('WETH', 2_395_00000000n);
  await browser.waitForBadge(page, ({ level }) => level === 'low');
  expect(await history()).toHaveLength(1);
  await popup.locator('summary', { hasText: 'Alerts' }).click();
  await expect(popup.getByText('Low: Aave v3 Core · Ethereum')).toBeVisible();
  await page.close();
  await popup.close();
});

test('fault 58: a worker that is killed while it alerts tells it once, when it comes back', async () => {
  const { chain, browser } = world;
  const borrower = chain.accounts[1]!;
  await chain.setPrice('WETH', 3_020_00000000n);
  await chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await chain.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
  const page = await world.openAs(borrower);
  const popup = await browser.openPopup();
  await browser.waitForBadge(page, ({ level }) => level === 'watch');
  await popup.getByRole('button', { name: /^Watch 0x/ }).click();
  const before = (await history()).length;
  await chain.setPrice('WETH', 2_150_00000000n);
  await browser.killWorker();
  await browser.waitForBadge(page, ({ level }) => level === 'critical', 40_000);
  await expect.poll(async () => (await history()).length).toBeGreaterThan(before);
  const own = (await history()).filter(({ id }) => id.toLowerCase().includes(borrower.toLowerCase()));
  expect(own.map(({ level }) => level)).toEqual(['critical']);
  await page.close();
  await popup.close();
});
