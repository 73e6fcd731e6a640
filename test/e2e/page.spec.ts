import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { type Front, startFront } from '../localnet/front';
import { launchBrowser, type TestBrowser } from '../support/browser';

const A = '0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const B = '0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb';
const lending = 'https://app.aave.com';
const elsewhere = 'https://news.example';
/** Longer than a tick of a second and a look after it. */
const settled = 2_500;

const pages = fileURLToPath(new URL('./pages', import.meta.url));
const hosts = ['app.aave.com', 'pro.aave.com', 'news.example'];

let front: Front;
let browser: TestBrowser;
let page: Page;
let errors: string[];

test.beforeAll(async () => {
  // No chain behind it: what is shown is Unknown, and what counts here is which account is asked about.
  front = await startFront({
    upstream: 'http://127.0.0.1:9',
    routes: Object.fromEntries(hosts.map((host) => [host, pages])),
  });
  browser = await launchBrowser({ hosts, frontPort: front.port });
});

test.afterAll(async () => {
  await browser?.close();
  await front?.stop();
});

test.beforeEach(async () => {
  // A look of the page before may still be on its way in the worker, and would be stored after the clearing.
  await browser.killWorker();
  await browser.clearStored();
  page = await browser.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // Before the first page opens, for that would show what the test before has kept.
  const devtools = await browser.context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: lending, storageTypes: 'local_storage' });
  await page.goto(`${lending}/missing.txt`);
});

test.afterEach(async () => {
  await page.close();
  expect(errors, 'errors on the page').toEqual([]);
});

/** Addresses that the worker was told of, newest first. */
const seen = async (): Promise<string[]> => {
  const { seen: wallets = [] } = (await browser.stored('session')) as { seen?: { address: string }[] };
  return wallets.map(({ address }) => address);
};

const wagmi = (accounts: readonly string[]) => ({
  state: {
    connections: {
      __type: 'Map',
      value: accounts.map((account, index) => [
        `uid${index}`,
        {
          accounts: [account],
          chainId: 1,
          connector: { id: `io.w${index}`, name: 'W', type: 'injected', uid: `uid${index}` },
        },
      ]),
    },
    chainId: 1,
    current: accounts.length > 0 ? 'uid0' : null,
  },
  version: 2,
});

const keep = (key: string, value: unknown) =>
  page.evaluate(
    ([name, text]) => localStorage.setItem(name ?? '', text ?? ''),
    [key, typeof value === 'string' ? value : JSON.stringify(value)],
  );

const calls = () => page.evaluate('calls') as Promise<string[]>;

test('a page without a wallet has a badge that says so (fault 41)', async () => {
  await page.goto(lending);
  const badge = await browser.waitForBadge(page);
  expect(badge.level).toBe('unknown');
  expect(badge.text).toContain('No wallet');
  expect(await seen()).toEqual([]);
});

test("the account in wagmi's store is seen, and a switch of it", async () => {
  await page.goto(lending);
  await keep('wagmi.store', wagmi([A]));
  await expect.poll(seen).toEqual([A]);
  await keep('wagmi.store', wagmi([B]));
  await expect.poll(seen).toEqual([B, A]);
});

test('a connected wallet is seen without a prompt, and a switch of its account at once', async () => {
  await page.goto(`${lending}/wallets.html?io.one=${A}`);
  await expect.poll(seen).toEqual([A]);
  await page.evaluate(`wallets['io.one'].connect('${B}')`);
  await expect.poll(seen, { intervals: [50] }).toEqual([B, A]);
  const asked = new Set(await calls());
  expect([...asked].sort()).toEqual([
    'io.one eth_accounts',
    'io.one eth_chainId',
    'io.one on accountsChanged',
    'io.one on chainChanged',
  ]);
});

test('a wallet that is not connected is not touched until it is', async () => {
  await page.goto(`${lending}/wallets.html?sh.frame=`);
  await browser.waitForBadge(page);
  await page.waitForTimeout(settled);
  expect(await calls()).toEqual([]);
  expect(await seen()).toEqual([]);
  await page.evaluate(`wallets['sh.frame'].connect('${A}')`);
  await expect.poll(seen).toEqual([A]);
});

test("a wallet that the page's record names is asked, the one beside it is not", async () => {
  await keep('wagmi.store', wagmi([A]));
  await page.goto(`${lending}/wallets.html?io.w0=&sh.frame=`);
  await expect.poll(seen).toEqual([A]);
  await expect.poll(calls).toContain('io.w0 eth_accounts');
  expect((await calls()).filter((call) => call.startsWith('sh.frame'))).toEqual([]);
});

test('two wallets with different accounts are both named, never merged (fault 42)', async () => {
  await page.goto(`${lending}/wallets.html?io.one=${A}&io.two=${B}`);
  const badge = await browser.waitForBadge(page, ({ text }) => text.includes('several accounts'));
  expect(badge.level).toBe('unknown');
  expect(badge.text.toLowerCase()).toMatch(/0xaaaa.*0xbbbb/);
});

test("Aave's read-only address is seen in place of the wallet", async () => {
  await keep('readOnlyModeAddress', B);
  await page.goto(`${lending}/wallets.html?io.one=${A}`);
  await expect.poll(seen).toEqual([B]);
  await page.waitForTimeout(settled);
  expect(await seen()).toEqual([B]);
});

test('a change of route leaves one badge (fault 44)', async () => {
  await page.goto(lending);
  await browser.waitForBadge(page);
  for (const route of ['/markets', '/reserve?asset=eth', '/'])
    await page.evaluate((to) => history.pushState({}, '', to), route);
  await page.goBack();
  // Until after the second look.
  await page.waitForTimeout(4_000);
  expect(await browser.countBadges(page)).toBe(1);
});

test('frames have no badge and are not looked at, whatever their host (fault 45)', async () => {
  await page.goto(`${lending}/frames.html`);
  await browser.waitForBadge(page);
  await page.waitForTimeout(settled);
  expect(await browser.countBadges(page)).toBe(1);
  expect(await page.frames()[1]?.evaluate('calls')).toEqual([]);
  expect(await seen()).toEqual([]);
});

test('the badge is there again when the visitor goes back', async () => {
  await page.goto(lending);
  await browser.waitForBadge(page);
  await page.goto(elsewhere);
  await page.goBack();
  await browser.waitForBadge(page);
  await keep('wagmi.store', wagmi([A]));
  await expect.poll(seen).toEqual([A]);
});

test('a killed worker is woken by the next look', async () => {
  await page.goto(lending);
  await browser.waitForBadge(page);
  await browser.killWorker();
  await keep('wagmi.store', wagmi([A]));
  await expect.poll(seen).toEqual([A]);
  await expect.poll(() => browser.workerRuns()).toBe(true);
});

test('a page elsewhere gets nothing at all', async () => {
  await page.goto(lending);
  await browser.waitForBadge(page);
  const globals = () => page.evaluate(() => Reflect.ownKeys(window).map(String).sort());
  const onLending = await globals();
  await page.goto(`${elsewhere}/wallets.html?io.one=${A}`);
  await page.waitForTimeout(settled);
  expect(await browser.countBadges(page)).toBe(0);
  expect(await calls()).toEqual([]);
  expect(await seen()).toEqual([]);
  await page.goto(elsewhere);
  expect(onLending, 'no global left on the lending page either').toEqual(await globals());
});

test('a page script finds nothing of what the badge says (threat: badge read by the page)', async () => {
  await keep('wagmi.store', wagmi([A]));
  await page.goto(lending);
  const badge = await browser.waitForBadge(page);
  expect(badge.hostAttributes.join(' ')).not.toMatch(/unknown|safe|\d/);
  const found = await page.evaluate(() => ({
    text: document.documentElement.textContent,
    html: document.documentElement.outerHTML,
    open: [...document.querySelectorAll('*')].filter((element) => element.shadowRoot !== null).length,
  }));
  expect(found.open).toBe(0);
  for (const said of Object.values(badge.parts).filter(Boolean)) {
    expect(found.text).not.toContain(said);
    expect(found.html).not.toContain(said);
  }
});

test('a hostile page breaks nothing, catches nothing and plants nothing (faults 43 and 48, threat: planted address, threat: wallet conflicts)', async () => {
  await page.goto(`${lending}/hostile.html?extension=${browser.extensionId}`);
  const [first, second] = [`0x${'1'.repeat(40)}`, `0x${'3'.repeat(40)}`];
  await expect.poll(seen).toEqual([first]);
  await browser.waitForBadge(page);
  const element = page.locator('#report');
  await expect(element).not.toBeEmpty({ timeout: 15_000 });
  const report = JSON.parse((await element.textContent()) ?? '');
  expect(report.errors).toEqual([]);
  expect(report.caught).toEqual({});
  expect(report.descriptorKept).toBe(true);
  expect(report.calls.filter((call: string) => !/ (eth_accounts|eth_chainId|on \w+)$/.test(call))).toEqual(
    [],
  );
  expect(report.calls.filter((call: string) => call.startsWith('io.trap'))).toEqual([]);
  expect(report.floodTook, '10,000 announcements').toBeLessThan(1_000);
  expect(report.longestPause, 'the longest the page stood still').toBeLessThan(500);
  expect(await seen(), 'a switch is seen still, and nothing else').toEqual([second, first]);
  expect(await browser.countBadges(page), 'the removed badge is back').toBe(1);
});

test('an update of the extension takes the orphaned badge away (fault 63)', async () => {
  const other = await launchBrowser({ hosts, frontPort: front.port });
  try {
    const open = await other.newPage();
    open.on('pageerror', (error) => errors.push(error.message));
    await open.goto(lending);
    await other.waitForBadge(open);
    await other.reloadExtension();
    await expect.poll(() => other.countBadges(open)).toBe(0);
  } finally {
    await other.close();
  }
});
