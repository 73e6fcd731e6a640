import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { type Address, parseUnits } from 'viem';
import { startWorld, type World } from './world';

let world: World;
/** A node on the user's own machine, which lets no other origin in, and answers for the local chain. */
let node: { url: string; asked: () => number; close(): void };

test.beforeAll(async () => {
  world = await startWorld();
  node = await startNode(world.chain.url);
});
test.afterAll(async () => {
  node?.close();
  await world?.close();
});

async function startNode(upstream: string) {
  let asked = 0;
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    if (request.method !== 'POST') return response.end();
    asked += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(upstream, { method: 'POST', headers, body: Buffer.concat(chunks) });
    response.setHeader('content-type', 'application/json').end(await reply.text());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, asked: () => asked, close: () => server.close() };
}

/**
 * The settings in a tab. The browser's own question, whether Plimsoll may reach an address, cannot be clicked by a test: it
 * is answered with "yes" here, and nothing is granted by that.
 */
async function openOptions(): Promise<Page> {
  const page = await world.browser.newPage();
  await page.addInitScript(() => {
    Object.assign((globalThis as never as { chrome: { permissions: object } }).chrome.permissions, {
      request: async () => true,
    });
  });
  await page.goto(`chrome-extension://${world.browser.extensionId}/options.html`);
  await expect(page.getByRole('region', { name: 'Your data' })).toBeVisible();
  return page;
}

async function openLoan(account: number): Promise<Address> {
  const borrower = world.chain.accounts[account] as Address;
  await world.chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await world.chain.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
  return borrower;
}

const watchIn = async (page: Page, address: Address) => {
  await page.getByLabel('Watch an address').fill(address);
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(page.getByText(address, { exact: true })).toBeVisible();
};

const ethereumOf = async (page: Page) => {
  const details = page.locator('details.endpoints', { hasText: 'Ethereum' });
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  return details;
};

test('an endpoint of one’s own is tried, added, and asked first by every reading', async () => {
  const { browser, front } = world;
  const options = await openOptions();
  const ethereum = await ethereumOf(options);
  const field = ethereum.getByLabel('Your own endpoint for Ethereum', { exact: true });
  await field.fill(node.url);
  await field.press('Enter');
  await expect(ethereum.getByRole('listitem').first()).toContainText(node.url);
  await ethereum.getByRole('button', { name: `Test ${new URL(node.url).host}` }).click();
  await expect(
    ethereum.getByText(/^Answers in \d+ ms, block \d+ (s|min) old, serves Ethereum\.$/),
  ).toBeVisible();

  front.reset();
  const before = node.asked();
  const page = await world.openAs(await openLoan(0));
  await browser.waitForBadge(page, ({ parts }) => parts['health-factor'] === '1.47');
  expect(node.asked()).toBeGreaterThan(before);
  expect(front.count({ host: 'ethereum-rpc.publicnode.com' })).toBe(0);

  await ethereum.getByRole('button', { name: 'Back to the usual endpoints' }).click();
  await expect(ethereum.getByRole('listitem')).toHaveCount(2);
  await expect.poll(async () => (await browser.stored('local')).rpcs).toEqual({});
  await page.close();
  await options.close();
});

test('an endpoint of another network is refused', async () => {
  const options = await openOptions();
  await options.locator('details.endpoints', { hasText: 'Base' }).locator('summary').click();
  const field = options.getByLabel('Your own endpoint for Base', { exact: true });
  await field.fill(node.url);
  await field.press('Enter');
  await expect(options.getByText('Not added: It serves chain 1, not Base.')).toBeVisible();
  expect((await world.browser.stored('local')).rpcs ?? {}).toEqual({});
  await options.close();
});

test('a network that is turned off in the settings is not asked any more', async () => {
  const { browser, front } = world;
  const options = await openOptions();
  await watchIn(options, await openLoan(1));
  await expect.poll(() => front.count({ host: 'polygon-bor-rpc.publicnode.com' })).toBeGreaterThan(0);
  const networks = options.getByRole('region', { name: 'Networks and endpoints' });
  // Not uncheck(): the box shows what is kept, which changes when the worker has written it.
  await networks.getByLabel('Polygon', { exact: true }).click();
  await expect(networks.getByLabel('Polygon', { exact: true })).not.toBeChecked();
  await expect.poll(async () => (await browser.stored('local')).networks).not.toContain(137);
  front.reset();
  const popup = await browser.openPopup();
  await popup.getByRole('button', { name: 'Refresh' }).first().click();
  await expect.poll(() => front.count({ host: 'base-rpc.publicnode.com' })).toBeGreaterThan(0);
  expect(front.count({ host: 'polygon-bor-rpc.publicnode.com' })).toBe(0);
  await popup.close();
  await options.close();
});

test('a wallet has a name in the popup, and is read on its own networks only', async () => {
  const { browser, front } = world;
  const options = await openOptions();
  const wallets = options.getByRole('region', { name: 'Wallets' });
  await wallets.getByLabel('Name', { exact: true }).fill('Savings');
  await wallets.locator('summary', { hasText: 'Networks' }).click();
  await wallets.getByLabel('Base', { exact: true }).click();
  await expect(wallets.getByLabel('Base', { exact: true })).not.toBeChecked();
  const popup = await browser.openPopup();
  await expect(popup.getByText('Savings').first()).toBeVisible();
  front.reset();
  await popup.getByRole('button', { name: 'Refresh' }).first().click();
  await expect.poll(() => front.count({ host: 'arbitrum-one-rpc.publicnode.com' })).toBeGreaterThan(0);
  expect(front.count({ host: 'base-rpc.publicnode.com' })).toBe(0);
  await popup.close();
  await options.close();
});

test('fault 55: two windows that change settings at once lose nothing of each other’s', async () => {
  const [one, other] = [await openOptions(), await openOptions()];
  for (let round = 0; round < 5; round++) {
    const turn = (page: Page, name: string) =>
      page.evaluate((label) => {
        const box = [...document.querySelectorAll('#alerts label')].find((each) =>
          each.textContent?.startsWith(label),
        );
        box?.querySelector('input')?.click();
      }, name);
    await Promise.all([turn(one, 'Changed terms'), turn(other, 'Trouble with prices')]);
    const expected = { parameters: round % 2 === 1, oracles: round % 2 === 1 };
    await expect.poll(async () => (await world.browser.stored('local')).alertChoices).toMatchObject(expected);
    for (const page of [one, other])
      await expect(page.getByLabel(/^Changed terms/)).toBeChecked({ checked: expected.parameters });
  }
  await one.close();
  await other.close();
});

test('what is saved to a file comes back after everything was deleted', async () => {
  const { browser } = world;
  const options = await openOptions();
  await options.getByLabel('Quiet hours').click();
  await options.getByLabel('Low below, %').first().fill('25');
  await expect
    .poll(async () => (await browser.stored('local')).alertChoices)
    .toMatchObject({ quiet: { from: '22:00' }, levels: { volatile: ['0.4', '0.25', '0.1'] } });
  const chosen = async () => {
    const { wallets, networks, alertChoices } = await browser.stored('local');
    return { wallets, networks, alertChoices };
  };
  const before = await chosen();
  expect(before).toMatchObject({ wallets: [{ label: 'Savings' }] });

  const data = options.getByRole('region', { name: 'Your data' });
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    data.getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  const file = await download.path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ plimsoll: 1, items: before });

  await data.getByRole('button', { name: 'Reset…' }).click();
  await data.getByRole('button', { name: 'Go on' }).click();
  await data.getByRole('button', { name: 'Delete everything' }).click();
  await expect(options.getByText('No wallet is watched yet.')).toBeVisible();
  expect(await chosen()).toEqual({});
  await expect.poll(async () => (await browser.toolbar()).text).toBe('');

  await data.getByLabel('Bring back from a file').setInputFiles(file);
  await expect(data.getByText('Watched wallets: 1 more')).toBeVisible();
  expect(await chosen(), 'nothing before the user says so').toEqual({});
  await data.getByRole('button', { name: 'Change it' }).click();
  await expect(data.getByText('Done.')).toBeVisible();
  expect(await chosen()).toEqual(before);
  await expect.poll(async () => (await browser.toolbar()).text).toBe('1.47');
  await options.close();
});

test('a test alert is a notification', async () => {
  const options = await openOptions();
  await options.getByRole('button', { name: 'Send a test alert' }).click();
  await expect.poll(() => world.browser.notices()).toContain('test');
  await options.close();
});
