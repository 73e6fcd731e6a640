import { expect, test } from '@playwright/test';
import { parseUnits } from 'viem';
import { startWorld, type World } from './world';

let world: World;

test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

let next = 0;

async function openLoan(dollars = '17000') {
  const borrower = world.chain.accounts[next++]!;
  await world.chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await world.chain.borrow('Core', borrower, 'USDC', parseUnits(dollars, 6));
  return borrower;
}

test('fault 57: a worker that is killed comes back right, while it reads and while it rests', async () => {
  const { chain, browser, front } = world;
  const page = await world.openAs(await openLoan());
  await browser.waitForBadge(page, ({ parts }) => parts['health-factor'] === '1.47');
  await world.rest();
  await browser.killWorker();
  const today = await chain.price('WETH');
  await chain.setPrice('WETH', (today * 80n) / 100n);
  await browser.waitForBadge(page, ({ parts }) => parts['health-factor'] === '1.17');

  front.fault('ethereum-rpc.publicnode.com', { delay: 1_500 });
  await chain.setPrice('WETH', (today * 90n) / 100n);
  const asked = front.count({ method: 'eth_call' });
  await expect.poll(() => front.count({ method: 'eth_call' }), { timeout: 15_000 }).toBeGreaterThan(asked);
  await browser.killWorker();
  front.fault('ethereum-rpc.publicnode.com', null);
  await browser.waitForBadge(page, ({ parts }) => parts['health-factor'] === '1.32', 40_000);
  await chain.setPrice('WETH', today);
  await page.close();
});

test('a page that stays open costs one eth_call a block, and none between blocks or after it is closed', async () => {
  const { chain, browser, front } = world;
  const page = await world.openAs(await openLoan());
  await browser.waitForBadge(page, ({ level }) => level !== 'unknown');
  front.reset();
  await page.waitForTimeout(7_000);
  expect(front.count({ method: 'eth_call' })).toBe(0);
  expect(front.count({ method: 'eth_blockNumber' })).toBeGreaterThan(0);
  await chain.mine();
  await expect.poll(() => front.count({ method: 'eth_call' }), { timeout: 10_000 }).toBe(1);
  await page.close();
  await new Promise((done) => setTimeout(done, 1_000));
  front.reset();
  await new Promise((done) => setTimeout(done, 5_000));
  expect(front.requests).toEqual([]);
  expect(front.strangers).toEqual([]);
});

test('the toolbar shows the page’s account on its tab, and the worst watched wallet everywhere else', async () => {
  const { browser } = world;
  const [calm, tense] = [await openLoan('8000'), await openLoan('23000')];
  const page = await world.openAs(calm);
  await browser.waitForBadge(page, ({ level }) => level === 'safe');
  await expect.poll(async () => (await browser.toolbar(page)).text).toBe('3.13');
  expect((await browser.toolbar()).text).toBe('');

  const popup = await browser.openPopup();
  await popup.getByLabel('Watch an address').fill(tense);
  await popup.getByRole('button', { name: 'Watch', exact: true }).first().click();
  await expect(popup.locator('article').first()).toHaveAttribute('data-level', 'critical');
  await expect.poll(async () => (await browser.toolbar()).text).toBe('1.08');
  expect((await browser.toolbar(page)).text).toBe('3.13');
  await page.close();
  await popup.close();
});

test('the badge stays where it was put and folded, after a reload', async () => {
  const { browser } = world;
  const page = await world.openAs(await openLoan());
  await browser.waitForBadge(page, ({ level }) => level !== 'unknown');
  await browser.clickBadge(page);
  const open = await browser.waitForBadge(page, ({ text }) => text.includes('Fold'));
  expect(open.parts.buffer).toBe('−32%');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowUp');
  await expect
    .poll(async () => Object.entries(await browser.stored('local')).find(([key]) => key.startsWith('place:')))
    .toMatchObject(['place:app.aave.com', { hidden: false }]);
  const [, place] = Object.entries(await browser.stored('local')).find(([key]) => key.startsWith('place:'))!;
  await page.reload();
  await browser.waitForBadge(page, ({ level }) => level !== 'unknown');
  const [, after] = Object.entries(await browser.stored('local')).find(([key]) => key.startsWith('place:'))!;
  expect(after).toEqual(place);
  await page.close();
});
