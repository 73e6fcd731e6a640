import { expect, type Page, test } from '@playwright/test';
import { parseUnits } from 'viem';
import { startWorld, type World } from './world';

let world: World;

test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

/** Runs in the content script's own world, as a page would that has taken it over. */
async function sendFromContentScript(page: Page, type: string, data: unknown): Promise<unknown> {
  const devtools = await page.context().newCDPSession(page);
  const found = new Promise<number>((resolve) => {
    devtools.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${world.browser.extensionId}`) resolve(context.id);
    });
  });
  await devtools.send('Runtime.enable');
  const message = JSON.stringify({ id: 1, type, data, timestamp: 0 });
  const { result } = await devtools.send('Runtime.evaluate', {
    contextId: await found,
    awaitPromise: true,
    returnByValue: true,
    expression: `chrome.runtime.sendMessage(${message}).then((reply) => JSON.stringify(reply), String)`,
  });
  await devtools.detach();
  return result.value;
}

const address = `0x${'ab'.repeat(20)}`;

test('what only the settings may ask for is refused to a content script (threat: forged messages)', async () => {
  const { browser, front } = world;
  const page = await world.openAs(address as `0x${string}`);
  await browser.waitForBadge(page);
  const before = await browser.stored('local');
  const strangers = front.strangers.length;
  for (const [type, data] of [
    ['testRpc', 'https://evil.example/'],
    ['testAlert', undefined],
    ['reread', undefined],
    ['troubles', undefined],
    ['watch', address],
    ['unwatch', address],
    ['network', { id: 1, on: false }],
    ['wallet', { address, label: 'x', chains: null }],
  ] as const) {
    expect([type, await sendFromContentScript(page, type, data)]).toEqual([
      type,
      expect.stringContaining('Only a page of Plimsoll may ask for this.'),
    ]);
  }
  expect(front.strangers.length).toBe(strangers);
  expect(await browser.notices()).toEqual([]);
  const { wallets, networks, rpcs } = await browser.stored('local');
  expect({ wallets, networks, rpcs }).toEqual({
    wallets: before.wallets,
    networks: before.networks,
    rpcs: before.rpcs,
  });
  await page.close();
});

test('what is not of its form is refused to the settings themselves (threat: forged messages)', async () => {
  const { browser, front } = world;
  const strangers = front.strangers.length;
  for (const [type, data] of [
    ['testRpc', 'http://evil.example/'],
    ['testRpc', 'https://me:secret@evil.example/'],
    ['testRpc', { url: 'https://evil.example/' }],
    ['wallet', { address, label: 'x'.repeat(41), chains: null }],
    ['wallet', { address: '0x1', label: '', chains: null }],
  ] as const) {
    const reply = await browser
      .inExtension((message) => chrome.runtime.sendMessage(message), { id: 2, type, data, timestamp: 0 })
      .then(JSON.stringify, String);
    expect([type, reply]).toEqual([type, expect.stringContaining('it is not of the expected form')]);
  }
  expect(front.strangers.length).toBe(strangers);
});

test('a page that puts a badge of its own over ours changes neither ours nor the toolbar (threat: forged badge)', async () => {
  const { browser, chain } = world;
  const borrower = chain.accounts[0]!;
  await chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await chain.borrow('Core', borrower, 'USDC', parseUnits('23000', 6));
  const page = await world.openAs(borrower);
  const ours = await browser.waitForBadge(page, ({ level }) => level === 'critical');
  await expect.poll(async () => (await browser.toolbar(page)).text).toBe('1.08');
  const toolbar = await browser.toolbar(page);
  await page.evaluate(() => {
    const forged = document.createElement('div');
    forged.attachShadow({ mode: 'open' }).innerHTML = '<b data-part="health-factor">9.99</b> Safe';
    forged.dataset.level = 'safe';
    Object.assign(forged.style, { position: 'fixed', inset: '0', zIndex: '2147483647', background: 'white' });
    document.documentElement.append(forged);
  });
  const looks = world.front.count({ method: 'eth_blockNumber' });
  await expect
    .poll(() => world.front.count({ method: 'eth_blockNumber' }), { timeout: 15_000 })
    .toBeGreaterThan(looks + 1);
  expect(await browser.toolbar(page)).toEqual(toolbar);
  const { level, parts } = await browser.waitForBadge(page);
  expect([level, parts['health-factor']]).toEqual([ours.level, ours.parts['health-factor']]);
  await page.close();
});

/** The part of the extension API that runs in a page of the extension. */
declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };
