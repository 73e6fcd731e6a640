import { expect, test } from '@playwright/test';
import { parseUnits } from 'viem';
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

let next = 0;

async function openLoan() {
  const borrower = world.chain.accounts[next++]!;
  await world.chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await world.chain.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
  return borrower;
}

const faults: readonly (readonly [Fault, string])[] = [
  ['down', 'cannot be reached'],
  ['html', 'web page'],
  ['wrongId', 'belongs to another request'],
  ['hang', 'no answer in time'],
  ['slowBody', 'no answer in time'],
  ['wrongChain', 'serves chain'],
];

for (const [fault, reason] of faults) {
  test(`with every RPC at fault (${fault}) a first look is Unknown, with the reason`, async () => {
    const borrower = await openLoan();
    everyRpc(fault);
    const page = await world.openAs(borrower);
    const badge = await world.browser.waitForBadge(page, ({ text }) => text.includes(reason), 20_000);
    expect([badge.level, badge.parts['health-factor']]).toEqual(['unknown', '?']);
    everyRpc(null);
    const recovered = await world.browser.waitForBadge(page, ({ level }) => level !== 'unknown', 20_000);
    expect(recovered.parts['health-factor']).toBe('1.47');
    await page.close();
  });
}

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

test('an old figure keeps its own age, is never shown as new, and is gone after ten minutes', async () => {
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

/** The part of the extension API that runs in a page of the extension. */
declare const chrome: {
  readonly storage: {
    readonly local: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  };
};
