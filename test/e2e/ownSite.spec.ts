import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { type Address, parseUnits } from 'viem';
import { type Front, startFront } from '../localnet/front';
import { type Localnet, startLocalnet } from '../localnet/start';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { productionRpcs, rpcHosts } from '../support/rpcHosts';
import { wagmiStore } from './world';

const SITE = 'lend.example.org';
const build =
  process.env.EXTENSION_DIR ?? fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const granted = fileURLToPath(new URL('../out/granted', import.meta.url));

let chain: Localnet;
let front: Front;
let browser: TestBrowser;

/**
 * The production build as it is once the user has said yes: a test cannot click the browser's own question, so what is
 * asked for on a click is granted in the manifest here. Nothing else of the build is another.
 */
async function grant(): Promise<void> {
  await rm(granted, { recursive: true, force: true });
  await cp(build, granted, { recursive: true });
  const manifest = JSON.parse(await readFile(`${granted}/manifest.json`, 'utf8'));
  manifest.permissions.push(...manifest.optional_permissions);
  manifest.optional_permissions = [];
  manifest.host_permissions = [`https://${SITE}/*`];
  await writeFile(`${granted}/manifest.json`, JSON.stringify(manifest));
}

test.beforeAll(async () => {
  await grant();
  chain = await startLocalnet();
  front = await startFront({
    ...productionRpcs(chain.url),
    routes: { [SITE]: fileURLToPath(new URL('./pages', import.meta.url)) },
  });
  browser = await launchBrowser({ hosts: [SITE, ...rpcHosts], frontPort: front.port, extension: granted });
});
test.afterAll(async () => {
  await browser?.close();
  await front?.stop();
  await chain?.stop();
});

test('a site that the user adds gets the badge, and loses it when it is removed', async () => {
  const borrower = chain.accounts[0] as Address;
  await chain.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await chain.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
  const page = await browser.newPage();
  await page.addInitScript((text) => localStorage.setItem('wagmi.store', text), wagmiStore(borrower));
  await page.goto(`https://${SITE}/`);
  await page.waitForTimeout(1_500);
  expect(await browser.countBadges(page)).toBe(0);

  const options = await browser.newPage();
  await options.goto(`chrome-extension://${browser.extensionId}/options.html`);
  const sites = options.getByRole('region', { name: 'Sites and colours' });
  await sites.getByLabel('Another site').fill(`https://${SITE}/markets`);
  await sites.getByRole('button', { name: 'Show it there too' }).click();
  await expect(sites.getByLabel(SITE, { exact: true })).toBeChecked();

  await page.reload();
  await page.bringToFront();
  const badge = await browser.waitForBadge(page, ({ level }) => level !== 'unknown', 20_000);
  expect(badge.parts['health-factor']).toBe('1.47');

  await options.bringToFront();
  await sites.getByRole('button', { name: `Remove ${SITE}` }).click();
  await expect(sites.getByLabel(SITE, { exact: true })).toHaveCount(0);
  await page.bringToFront();
  await page.reload();
  await page.waitForTimeout(2_500);
  expect(await browser.countBadges(page)).toBe(0);
});
