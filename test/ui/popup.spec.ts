import type { Page } from '@playwright/test';
import { books } from './books';
import { expect, test } from './stage';

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const dir of ['ltr', 'rtl']) {
  test(`nothing to scroll sideways at 320 px, nor with text at 200%: ${dir}`, async ({ open }) => {
    const page = await open(`?popup=watch&dir=${dir}`, { viewport: { width: 320, height: 600 } });
    for (const size of ['100%', '200%']) {
      await page.evaluate((to) => document.documentElement.style.setProperty('font-size', to), size);
      for (const name of Object.keys(books)) {
        await page.evaluate((wanted) => window.preview.show(wanted), name);
        expect([name, size, await overflow(page)]).toEqual([name, size, 0]);
      }
    }
  });
}

test('the worst position is open, the others are a click away', async ({ open }) => {
  const page = await open('?popup=several');
  await expect(page.locator('.sheet h2').first()).toHaveText('Aave v3 Core · Ethereum');
  await expect(page.locator('.told .value').first()).toHaveText('1.043');
  await expect(page.getByText('$4,410.99120000')).toBeHidden();
  await page.locator('summary', { hasText: 'Arbitrum' }).click();
  await expect(page.getByText('$4,410.99120000')).toBeVisible();
});

test('where a price comes from is a click away, that it is old is not', async ({ open }) => {
  const page = await open('?popup=watch');
  await expect(page.getByText('old price: not updated for 31 h')).toBeVisible();
  const source = page.getByText('Price from ETH / USD, updated 12 min ago. Feed 0x5424384B25');
  await expect(source).toBeHidden();
  await page.locator('.trigger summary', { hasText: 'ETH' }).first().click();
  await expect(source).toBeVisible();
});

test('a refresh shows that it runs, and why it failed', async ({ open }) => {
  const page = await open('?popup=watch&fails');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('Could not refresh: None of the 2 RPCs answers.')).toBeVisible();
  const good = await open('?popup=watch');
  await good.getByRole('button', { name: 'Refresh' }).click();
  await expect(good.getByRole('progressbar')).toBeVisible();
  await expect(good.getByRole('progressbar')).toHaveCount(0);
});

test('the address field says what is wrong while it is typed, and empties itself of a secret', async ({
  open,
}) => {
  const page = await open('?popup=empty');
  const field = page.getByLabel('Watch an address');
  await field.fill('0xd8g');
  await expect(page.getByText('“g” cannot be in an address')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('ab'.repeat(32));
  await expect(field).toHaveValue('');
  await expect(page.getByText('it was cleared')).toBeVisible();
  await field.fill('0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045');
  await field.press('Enter');
  await expect(page.getByRole('button', { name: 'Adding…' })).toBeVisible();
  await expect(field).toHaveValue('');
});

test('the example says that it is one', async ({ open }) => {
  const page = await open('?popup=empty');
  await expect(page.getByRole('region', { name: 'Example of a position' })).toContainText(
    'Example, not yours',
  );
});
