import { expect, test } from '@playwright/test';
import { parseUnits } from 'viem';
import { borrowerOf } from '../aaveV3/portfolio';
import type { Fault } from '../localnet/front/faults';
import { ethereumHosts } from '../support/rpcHosts';
import { startWorld, type World } from './world';

let world: World;

test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

/** What every RPC does from now on; null is an honest answer again. */
const everyRpc = (fault: Fault | null) => {
  for (const host of ethereumHosts) world.front.fault(host, fault);
};

test.afterEach(() => everyRpc(null));

/** What the worker knows of RPCs is made that much older, up to an hour. */
const anHourLater = () =>
  world.browser.inExtension(async () => {
    const kept = await chrome.storage.session.get(null);
    for (const [key, value] of Object.entries(kept)) {
      if (!key.startsWith('rpcs:')) continue;
      const older = (value as { until: number }[]).map((each) => ({
        ...each,
        until: each.until - 3_600_000,
      }));
      await chrome.storage.session.set({ [key]: older });
    }
  });

test.afterEach(anHourLater);

let next = 0;

async function openLoan() {
  const borrower = borrowerOf(100 + next++);
  await world.chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await world.chain.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
  return borrower;
}

/** A reading that was under way at a change is good in part, and is not made again before the next block. */
async function whileBlocksCome<T>(wait: () => Promise<T>): Promise<T> {
  const blocks = setInterval(() => void world.chain.mine().catch(() => undefined), 1_000);
  return await wait().finally(() => clearInterval(blocks));
}

/** By their numbers. */
const faults: readonly (readonly [number, Fault, string])[] = [
  [29, 'down', 'cannot be reached'],
  [7, 'html', 'web page'],
  [10, 'wrongId', 'belongs to another request'],
  [1, 'hang', 'no answer in time'],
  [2, 'slowBody', 'no answer in time'],
  [5, 'status500', 'in trouble'],
  [6, 'status403', 'does not let us in'],
  [13, 'huge', 'larger than 1 MB'],
  [15, 'redirect', 'cannot be reached'],
  [24, 'oddHex', 'not whole hex data'],
];

for (const [number, fault, reason] of faults) {
  test(`with every RPC at fault a first look is Unknown, with the reason: ${fault} (fault ${number})`, async () => {
    const borrower = await openLoan();
    everyRpc(fault);
    const page = await world.openAs(borrower);
    const badge = await world.browser.waitForBadge(page, ({ text }) => text.includes(reason), 20_000);
    expect([badge.level, badge.parts['health-factor']]).toEqual(['unknown', '?']);
    everyRpc(null);
    const recovered = await whileBlocksCome(() =>
      world.browser.waitForBadge(page, ({ level }) => level !== 'unknown', 20_000),
    );
    expect(recovered.parts['health-factor']).toBe('1.47');
    await page.close();
  });
}

test('RPCs that ask to be left alone are, also by a worker that was killed, and asked again in time (fault 4)', async () => {
  const borrower = await openLoan();
  everyRpc('status429');
  const page = await world.openAs(borrower);
  await world.browser.waitForBadge(page, ({ text }) => text.includes('too many requests'), 20_000);
  everyRpc(null);
  await world.rest();
  await world.browser.killWorker();
  const asked = () => ethereumHosts.reduce((sum, host) => sum + world.front.count({ host }), 0);
  const before = asked();
  await world.browser.waitForBadge(page, ({ text }) => text.includes('is left alone for'), 20_000);
  expect(asked()).toBe(before);
  await anHourLater();
  const badge = await world.browser.waitForBadge(page, ({ level }) => level !== 'unknown', 20_000);
  expect(badge.parts['health-factor']).toBe('1.47');
  await page.close();
});

test('an RPC of another chain is not asked again, though the worker is killed (fault 16)', async () => {
  const borrower = await openLoan();
  const [first] = ethereumHosts;
  world.front.fault(first!, 'wrongChain');
  const page = await world.openAs(borrower);
  const badge = await world.browser.waitForBadge(page, ({ level }) => level !== 'unknown', 20_000);
  expect(badge.parts['health-factor']).toBe('1.47');
  await world.rest();
  await world.browser.killWorker();
  world.front.reset();
  await world.chain.mine();
  await expect
    .poll(() => world.front.count({ host: ethereumHosts[1]!, method: 'eth_call' }), { timeout: 20_000 })
    .toBeGreaterThan(0);
  expect(world.front.count({ host: first! })).toBe(0);
  await page.close();
});

test('a first reading that takes long says that it is under way', async () => {
  const borrower = await openLoan();
  everyRpc({ delay: 1_500 });
  const page = await world.openAs(borrower);
  const waiting = await world.browser.waitForBadge(page);
  expect([waiting.level, waiting.parts['health-factor']]).toEqual(['unknown', '?']);
  expect(waiting.text).toContain('Reading the chain');
  const read = await world.browser.waitForBadge(page, ({ level }) => level !== 'unknown', 30_000);
  expect(read.parts['health-factor']).toBe('1.47');
  await page.close();
});

test('one RPC at fault is made up for by the other', async () => {
  const borrower = await openLoan();
  world.front.fault(ethereumHosts[0]!, 'html');
  const page = await world.openAs(borrower);
  const badge = await world.browser.waitForBadge(page, ({ level }) => level !== 'unknown', 20_000);
  expect(badge.parts['health-factor']).toBe('1.47');
  await page.close();
});

test('an old figure keeps its own age, is never shown as new, and is gone after ten minutes (fault 17, threat: silence)', async () => {
  const { chain, browser } = world;
  const borrower = await openLoan();
  const page = await browser.newPage();
  await page.close();
  const open = await world.openAs(borrower);
  await browser.waitForBadge(open, ({ level }) => level === 'watch');
  everyRpc('down');
  const today = await chain.price('WETH');
  await chain.setPrice('WETH', today / 2n);

  // The contract would liquidate by now, and nobody tells us: the figure stays, with the age of its block.
  const aged = await browser.waitForBadge(open, ({ parts }) => /^\d\d s ago$/.test(parts.age ?? ''), 40_000);
  expect(aged.parts['health-factor']).toBe('1.47');

  // Ten minutes go by for the page and the worker: the kept reading is made that much older.
  await browser.inExtension(async () => {
    const kept = await chrome.storage.local.get(null);
    for (const [key, value] of Object.entries(kept)) {
      const figures = (value as { figures?: { block: { timestamp: number } } } | null)?.figures;
      if (figures) figures.block.timestamp -= 601;
      await chrome.storage.local.set({ [key]: value });
    }
  });
  const gone = await browser.waitForBadge(open, ({ level }) => level === 'unknown', 20_000);
  expect(gone.parts['health-factor']).toBe('?');
  expect(gone.text).not.toContain('1.47');

  everyRpc(null);
  await browser.waitForBadge(open, ({ level }) => level === 'liquidatable', 20_000);
  await chain.setPrice('WETH', today);
  await open.close();
});

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** The part of the extension API that runs in a page of the extension. */
declare const chrome: { readonly storage: { readonly local: Area; readonly session: Area } };
