import type { Page } from '@playwright/test';
import { formBooks, formHash } from './formBooks';
import { expect, test } from './stage';

const card = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });
const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(fields)) await page.getByLabel(name, { exact: true }).fill(text);
};

test('a custodial loan: from a preset to its card, changed, deleted and brought back', async ({ open }) => {
  const page = await open('?popup=loansNone#lenders');
  await page.getByRole('button', { name: 'Add a loan' }).press('Enter');
  await page.getByRole('button', { name: 'Ledn' }).press('Enter');
  await expect(page.getByText('check your own contract')).toBeVisible();
  await fill(page, {
    'You owe': '50000',
    'Yearly rate, %': '10',
    Asset: 'BTC',
    Amount: '1',
    'Price, USD': '100000',
  });
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  const ledn = card(page, 'Ledn');
  await expect(ledn.locator('.now bdi')).toHaveText('50.0%');
  await expect(ledn.locator('.level')).toHaveText('Watch');
  await expect(ledn.getByRole('listitem').filter({ hasText: 'Liquidation' })).toContainText('BTC $62,500');
  await expect(ledn).toContainText('at −37.5%, or by interest alone in 1715 days');
  await expect(ledn).toContainText('The lender holds your collateral.');
  await expect(page.getByRole('button', { name: 'Add a loan' })).toBeFocused();

  await page.getByRole('button', { name: 'Change Ledn' }).click();
  await expect(page.getByLabel('Liquidation, %')).toHaveValue('80');
  await page.getByLabel('You owe').fill('72000');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(ledn.locator('.level')).toHaveText('Low');

  await page.getByRole('button', { name: 'Delete Ledn' }).press('Enter');
  await expect(ledn).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(ledn.locator('.now bdi')).toHaveText('72.0%');
});

test('a term loan: a countdown, and that no price triggers it', async ({ open }) => {
  const page = await open('?popup=loansNone#lenders');
  await page.getByRole('button', { name: 'Add a loan' }).click();
  await page.getByLabel('With dates only').check();
  await fill(page, { Lender: 'Maple', Principal: '1000000', 'Yearly rate, %': '9', 'Next payment': '7500' });
  await fill(page, { 'Next payment on': '2026-12-01', 'Principal due on': '2027-02-28', 'Grace days': '5' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(card(page, 'Maple').locator('.now')).toHaveText('Next paymentdue in 13 days');
  await expect(card(page, 'Maple')).toContainText('No price triggers this.');
});

test('nothing is saved while something is missing, and the first of it has the focus', async ({ open }) => {
  const page = await open('?popup=loansNone#lenders');
  await page.getByRole('button', { name: 'Add a loan' }).click();
  await expect(page.getByText('Name the lender.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Lender', { exact: true })).toBeFocused();
  await expect(page.getByText('Name the lender.')).toBeVisible();
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page.getByText('Could not save')).toHaveCount(0);
});

test('a half-entered loan is still there after a reload', async ({ open }) => {
  const page = await open('?popup=loansNone#lenders');
  await page.getByRole('button', { name: 'Add a loan' }).click();
  await fill(page, { Lender: 'Nex', 'You owe': '50 000' });
  await page.reload();
  await expect(page.getByLabel('You owe')).toHaveValue('50 000');
  await expect(page.getByLabel('You owe')).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Add a loan' })).toBeVisible();
});

test('a price follows the chain where a watched position has one, and is gone with its news', async ({
  open,
}) => {
  const page = await open('?popup=loansLevels#lenders');
  await expect(card(page, 'Follower')).toContainText(
    'WBTC at $61,480.00, as Aave v3 Core · Ethereum has it, read 12 s ago.',
  );
  await page.getByRole('button', { name: 'Change Ledn' }).click();
  const follow = page.getByLabel('Use the on-chain price');
  await expect(follow).toHaveCount(0);
  await page.getByLabel('Asset').fill('wbtc');
  await follow.check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(card(page, 'Ledn').locator('.now bdi')).toHaveText('81.4%');
  await page.evaluate(() => window.preview.show('loansOld'));
  await expect(card(page, 'Follower').locator('.level')).toHaveText('Unknown');
  await expect(card(page, 'Follower')).toContainText('No news of the price of WBTC for 10 minutes.');
});

test('what cannot be read is said, shown, and deleted by the user only', async ({ open }) => {
  const page = await open('?popup=loansBroken#lenders');
  await expect(page.getByRole('heading', { name: 'One loan could not be read' })).toBeVisible();
  await expect(card(page, 'Maple')).toBeVisible();
  await page.getByText('What was kept').last().click();
  await expect(page.getByText('"loan": 7')).toBeVisible();
  await page.getByRole('button', { name: 'Delete it for good' }).click();
  await expect(page.getByText('could not be read')).toHaveCount(0);
});

test('loans stand among the positions by their danger, and lead to their screen', async ({ open }) => {
  const page = await open('?popup=loansLevels');
  const titles = page.locator('.sheet:is(article, .other) h2');
  await expect(titles).toHaveText([
    ...['Gone lender', 'Nexo', 'Called lender', 'Follower', 'Aave v3 Core · Ethereum'],
    ...['Ledn', 'Safe lender', 'Maple'],
  ]);
  await page.getByRole('link', { name: /^Nexo.*Critical/ }).click();
  await expect(page.getByRole('heading', { name: 'Other loans' })).toBeVisible();
});

for (const dir of ['ltr', 'rtl']) {
  test(`nothing to scroll sideways at 320 px, nor with text at 200%, nor in a tab: ${dir}`, async ({
    open,
  }) => {
    for (const [tab, width] of [
      ['', 320],
      ['&tab', 1200],
    ] as const) {
      const page = await open(`?popup=calcExample${tab}&dir=${dir}`, { viewport: { width, height: 600 } });
      for (const size of ['100%', '200%']) {
        await page.evaluate((to) => document.documentElement.style.setProperty('font-size', to), size);
        for (const name of Object.keys(formBooks)) {
          await page.evaluate((hash) => location.assign(hash), formHash(name));
          await page.evaluate((wanted) => window.preview.show(wanted), name);
          await page.locator('.sheet:not(.waiting)').first().waitFor();
          const over = await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true;
            return document.documentElement.scrollWidth - document.documentElement.clientWidth;
          });
          expect([name, width, size, over]).toEqual([name, width, size, 0]);
        }
      }
    }
  });
}
