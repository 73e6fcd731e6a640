import { expect, test } from '@playwright/test';
import { parseUnits } from 'viem';
import { borrowerOf } from '../aaveV3/portfolio';
import { startWorld, type World } from './world';

/** The user's own, for new blocks only; nothing but sockets is opened to it. */
const HEADS = 'heads.example.org';
const SOCKET = `wss://${HEADS}/v1`;

let world: World;
let next = 200;

test.beforeAll(async () => {
  world = await startWorld([HEADS]);
});
test.afterAll(() => world?.close());

const own = (rpcs: Record<string, string[]>) =>
  world.browser.inExtension((value) => chrome.storage.local.set({ rpcs: value }), rpcs);

async function openLoan() {
  const borrower = borrowerOf(next++);
  await world.chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await world.chain.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
  return borrower;
}

/** A lending page whose blocks come over the socket. */
async function openListening() {
  const page = await world.openAs(await openLoan());
  await world.browser.waitForBadge(page, ({ parts }) => parts['health-factor'] === '1.47');
  await expect.poll(() => world.front.count({ host: HEADS, method: 'eth_subscribe' })).toBe(1);
  await world.rest();
  world.front.reset();
  // The first block that it tells of is read, and from then on there is nothing to ask.
  await world.chain.mine();
  await expect.poll(() => world.front.count({ method: 'eth_call' }), { timeout: 10_000 }).toBeGreaterThan(0);
  await world.rest();
  world.front.reset();
  return page;
}

const polls = () => world.front.count({ method: 'eth_blockNumber' });
const seconds = (n: number) => new Promise((done) => setTimeout(done, n * 1_000));

test.beforeEach(() => own({ 1: [SOCKET] }));
test.afterEach(async () => {
  world.front.fault(HEADS, null);
  await world.browser.killWorker(); // which remembers how the socket has done
  world.front.reset();
});

test('over a socket of one’s own come the blocks: none are asked for, and a new price reaches the badge', async () => {
  const { browser, chain, front } = world;
  const page = await openListening();
  const today = await chain.price('WETH');
  await seconds(6); // two looks
  expect(front.requests.map(({ method }) => method)).toEqual([]);
  await chain.setPrice('WETH', (today * 9n) / 10n);
  const badge = await browser.waitForBadge(page, ({ parts }) => parts['health-factor'] === '1.32');
  expect(badge.parts['health-factor']).toBe('1.32');
  expect(polls()).toBe(0);
  // Positions are read over https, from ours while there is none of the user's own.
  expect(front.count({ host: HEADS })).toBe(0);
  expect(front.count({ method: 'eth_call' })).toBeGreaterThan(0);
  await chain.setPrice('WETH', today);
  await page.close();
});

test('when the socket dies, blocks are asked for again and the badge goes on', async () => {
  const { browser, chain, front } = world;
  const page = await openListening();
  const today = await chain.price('WETH');
  front.fault(HEADS, 'down');
  await expect.poll(polls, { timeout: 10_000 }).toBeGreaterThan(0);
  await chain.setPrice('WETH', (today * 9n) / 10n);
  await browser.waitForBadge(page, ({ parts }) => parts['health-factor'] === '1.32');

  // Once it is there again, it is found again.
  front.fault(HEADS, null);
  await expect.poll(() => front.count({ host: HEADS, method: 'eth_subscribe' }), { timeout: 40_000 }).toBe(1);
  await chain.setPrice('WETH', today);
  await browser.waitForBadge(page, ({ parts }) => parts['health-factor'] === '1.47');
  await page.close();
});

test('a socket of another network is not listened to', async () => {
  const { browser, chain, front } = world;
  front.fault(HEADS, 'wrongChain');
  const today = await chain.price('WETH');
  const page = await world.openAs(await openLoan());
  await browser.waitForBadge(page, ({ parts }) => parts['health-factor'] === '1.47');
  await expect.poll(() => front.count({ host: HEADS, method: 'eth_chainId' })).toBe(1);
  await chain.setPrice('WETH', (today * 9n) / 10n);
  await browser.waitForBadge(page, ({ parts }) => parts['health-factor'] === '1.32');
  expect(front.count({ host: HEADS, method: 'eth_subscribe' })).toBe(0);
  expect(polls()).toBeGreaterThan(0);
  await chain.setPrice('WETH', today);
  await page.close();
});

test('the socket is closed when no page looks any more', async () => {
  const { front } = world;
  const page = await openListening();
  expect(front.sockets(HEADS)).toBe(1);
  await page.close();
  await seconds(6);
  expect(front.sockets(HEADS)).toBe(1);
  await expect.poll(() => front.sockets(HEADS), { timeout: 6_000 }).toBe(0);
});

test('in the settings a socket is tried and added without a question, and one of another network refused', async () => {
  const { browser, front } = world;
  await own({});
  const options = await browser.newPage();
  await options.goto(`chrome-extension://${browser.extensionId}/options.html`);
  const ethereum = options.locator('details.endpoints', { hasText: 'Ethereum' });
  await ethereum.locator('summary').click();
  await ethereum.getByLabel('Your own endpoint for Ethereum', { exact: true }).fill(SOCKET);
  await options.keyboard.press('Enter');
  await expect(ethereum.getByRole('listitem')).toHaveCount(3);
  await expect(ethereum.getByRole('listitem').first()).toContainText(SOCKET);
  await ethereum.getByRole('button', { name: `Test ${HEADS}` }).click();
  const answer = /^Answers in \d+ ms, newest block [\d,]+, serves Ethereum\.$/;
  await expect(ethereum.getByText(answer)).toBeVisible();
  front.fault(HEADS, 'down');
  await ethereum.getByRole('button', { name: `Test ${HEADS}` }).click();
  await expect(ethereum.getByText('No use: it cannot be reached.')).toBeVisible();
  front.fault(HEADS, null);

  // One that is read from has to stay.
  const removers = ethereum.getByRole('button', { name: /^Remove / });
  await removers.last().click();
  await expect(ethereum.getByRole('listitem')).toHaveCount(2);
  await expect(removers.last()).toHaveAttribute('aria-disabled', 'true');
  await expect(removers.first()).toHaveAttribute('aria-disabled', 'false');

  await options.locator('details.endpoints', { hasText: 'Base' }).locator('summary').click();
  await options.getByLabel('Your own endpoint for Base', { exact: true }).fill(SOCKET);
  await options.keyboard.press('Enter');
  await expect(options.getByText('Not added: It serves chain 1, not Base.')).toBeVisible();
  await options.close();
});

interface Area {
  set(items: Record<string, unknown>): Promise<void>;
}

/** The part of the extension API that runs in a page of the extension. */
declare const chrome: { readonly storage: { readonly local: Area } };
