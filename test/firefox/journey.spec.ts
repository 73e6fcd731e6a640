import { expect, test } from '@playwright/test';
import { type Address, parseUnits } from 'viem';
import type { Notice } from '../../src/model/alert';
import type { Tab } from './tab';
import { startWorld, type World } from './world';

test.describe.configure({ mode: 'serial' });

let world: World;
let borrower: Address;

test.beforeAll(async () => {
  world = await startWorld();
  borrower = world.chain.accounts[0]!;
  await world.chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await world.chain.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
});
test.afterAll(() => world?.close());

const untilLevel = (page: Tab, level: string) =>
  expect.poll(async () => (await page.badge())?.level, { timeout: 15_000 }).toBe(level);
const history = (inside: Tab) =>
  inside.evaluate<Notice[]>('browser.storage.local.get("history").then((kept) => kept.history ?? [])');
const notices = (inside: Tab) =>
  inside.evaluate<string[]>('browser.notifications.getAll().then(Object.keys)');
const toolbar = (inside: Tab) => inside.evaluate<string>('browser.action.getBadgeText({})');

test('the badge on a lending page names the very price at which the contract liquidates', async () => {
  const { chain } = world;
  // Interest of a second would move the exact price between reading and reaching it.
  await chain.freezeTime();
  const today = await chain.price('WETH');
  const page = await world.openAs(borrower);
  await untilLevel(page, 'watch');
  expect((await page.badge())?.parts['health-factor']).toBe('1.47');
  // What Firefox lets our scripts read, it does not let the page: neither the storage nor the badge.
  expect((await page.badge())?.hostAttributes).toEqual([]);
  expect(await page.evaluate('[typeof browser, typeof chrome].join()')).toBe('undefined,undefined');
  expect(await page.evaluate('document.documentElement.outerHTML')).not.toContain('1.47');
  await page.clickBadge();
  await expect.poll(async () => (await page.badge())?.prices.ETH).toMatch(/^\$[\d,]+\.\d{8}$/);
  const shown = parseUnits((await page.badge())!.prices.ETH!.replace(/[$,]/g, ''), 8);
  const attempt = { market: 'Core', borrower, collateral: 'WETH', debt: 'USDC' } as const;

  await chain.setPrice('WETH', shown);
  expect(await chain.wouldLiquidate(attempt)).toEqual({ ok: false, error: 'HealthFactorNotBelowThreshold' });
  await untilLevel(page, 'critical');
  await chain.setPrice('WETH', shown - 1n);
  expect(await chain.wouldLiquidate(attempt)).toEqual({ ok: true });
  await untilLevel(page, 'liquidatable');
  await chain.thawTime();
  await chain.setPrice('WETH', today);
  await page.close();
});

test('watched in the popup: its health factor in the toolbar, and a fall of the price is told with a way out', async () => {
  const { chain, firefox } = world;
  const page = await world.openAs(borrower);
  await untilLevel(page, 'watch');
  const popup = await firefox.openOwn('popup.html');
  expect(await toolbar(popup)).toBe('');
  await popup.click('button[aria-label^="Watch 0x"]');
  await expect.poll(() => toolbar(popup)).toBe('1.47');
  expect(await notices(popup)).toEqual([]);

  await chain.setPrice('WETH', 2_400_00000000n);
  await untilLevel(page, 'low');
  await expect.poll(() => notices(popup)).toHaveLength(1);
  const [notice] = await history(popup);
  expect(notice).toMatchObject({ level: 'low', title: 'Low: Aave v3 Core · Ethereum' });
  const [, dollars = ''] = /Repay ([\d,]+) USDC/.exec(notice!.message) ?? [];
  await chain.repay('Core', borrower, 'USDC', parseUnits(dollars.replaceAll(',', ''), 6));
  await untilLevel(page, 'watch');
  await chain.setPrice('WETH', 2_000_00000000n);
  await untilLevel(page, 'critical');
  await page.close();
  await popup.close();
});

test('a network that is turned off in the settings stays off', async () => {
  const settings = await world.firefox.openOwn('options.html');
  const networks = () =>
    settings.evaluate<number[] | null>(
      'browser.storage.local.get("networks").then((kept) => kept.networks ?? null)',
    );
  await expect.poll(() => settings.text()).toContain('Networks and endpoints');
  // Polygon.
  await settings.click('#networks li:nth-child(4) input');
  await expect.poll(networks).toEqual([1, 8453, 42161, 10, 43114, 56]);
  await settings.close();
  const again = await world.firefox.openOwn('options.html');
  const isOn = (place: number) =>
    again.evaluate<boolean>(`document.querySelector('#networks li:nth-child(${place}) input').checked`);
  await expect.poll(() => again.text()).toContain('Polygon');
  expect([await isOn(3), await isOn(4)]).toEqual([true, false]);
  await again.close();
});

test('after a restart of the browser the watch goes on with no page open, and an alarm wakes it when it is idle', async () => {
  const { chain, front } = world;
  front.reset();
  await world.restart();
  await expect.poll(() => front.count({ method: 'eth_call' }), { timeout: 10_000 }).toBeGreaterThan(0);
  const inside = await world.firefox.openOwn('icons/128.png');
  await expect.poll(() => toolbar(inside)).not.toBe('');
  await expect.poll(() => world.firefox.eventPage(), { timeout: 10_000 }).toBe('stopped');
  await chain.setPrice('WETH', 1_500_00000000n);
  await expect
    .poll(async () => (await history(inside))[0], { timeout: 45_000 })
    .toMatchObject({ level: 'liquidatable', title: 'Liquidatable: Aave v3 Core · Ethereum' });
  expect(await notices(inside)).toHaveLength(1);
  expect(front.strangers).toEqual([]);
});
