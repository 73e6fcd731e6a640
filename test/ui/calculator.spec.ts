import type { Page } from '@playwright/test';
import { expect, test } from './stage';

const field = (page: Page, row: string, name: string) =>
  page.getByRole('group', { name: row, exact: true }).getByLabel(name, { exact: true });
const result = (page: Page) => page.getByRole('region', { name: 'Result' });
const figure = (page: Page, term: string) => result(page).locator(`[data-term="${term}"] bdi`);

test('begins with an example that says it is one, and figures follow every key', async ({ open }) => {
  const page = await open('?popup=calcExample#calculator');
  await expect(page.getByText('Example, not yours. Type over it.')).toBeVisible();
  await expect(figure(page, 'borrowingPower')).toHaveText('$12,825');
  await field(page, 'Collateral 2', 'Price, $').fill('20000');
  // 75 + 0.5 × 20,000 × 85%
  await expect(figure(page, 'borrowingPower')).toHaveText('$8,575');
  await expect(page.getByText('Example, not yours')).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove debt 1' }).click();
  await expect(figure(page, 'healthFactor')).toHaveText('no debt');
  await expect(page.getByRole('button', { name: 'Add debt' })).toBeFocused();
});

test('from nothing to a liquidation price with the keyboard alone', async ({ open }) => {
  const page = await open('?popup=calcBlank#calculator');
  await page.getByRole('button', { name: 'Add collateral' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'Collateral 1', 'Asset')).toBeFocused();
  for (const text of ['ETH', '10', '2000', '75', '80']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('button', { name: 'Add debt' }).press('Enter');
  await field(page, 'Debt 1', 'Asset').fill('USDC');
  await page.getByRole('button', { name: 'Debt 1: enter the value instead' }).press('Enter');
  await field(page, 'Debt 1', 'Value, $').fill('10000');
  await expect(page.getByText('Liquidated below $1,250')).toBeVisible();
  await expect(figure(page, 'healthFactor')).toHaveText('1.60');
  await expect(result(page).locator('.level')).toHaveText('Watch');
  await expect(result(page)).toContainText('Can still be borrowed$5,000and stay below 80%$2,000');
});

test('begun anew it asks for what is missing, and claims nothing', async ({ open }) => {
  const page = await open('?popup=calcExample#calculator');
  await page.getByRole('button', { name: 'Start empty' }).click();
  await expect(field(page, 'Debt 1', 'Amount')).toHaveValue('');
  await expect(result(page)).toHaveText('Enter what you have and what you owe, and the figures are here.');
  await expect(page.locator('.wrong')).toHaveCount(0);
});

test('what is wrong is said beside its field, no figure is shown, and nothing typed is lost', async ({
  open,
}) => {
  const page = await open('?popup=calcFilled#calculator');
  const amount = field(page, 'Collateral 1', 'Amount');
  await amount.fill('1,5');
  await expect(amount).toHaveAttribute('aria-invalid', 'true');
  await expect(amount).toHaveAccessibleDescription('Write it with a point and without commas, like 1250.50.');
  await expect(result(page)).not.toContainText(/\d/);
  await page.reload();
  await expect(field(page, 'Collateral 1', 'Amount')).toHaveValue('1,5');
  await field(page, 'Collateral 1', 'Amount').fill('1.5');
  await expect(figure(page, 'borrowingPower')).toHaveText('$2,250');
  await page.getByRole('button', { name: 'Reset to the example' }).click();
  await page.reload();
  await expect(figure(page, 'borrowingPower')).toHaveText('$12,825');
});

test('factors of protocols stand side by side, the highest in words, and go into the rows', async ({
  open,
}) => {
  const page = await open('?popup=calcFilled#calculator');
  await expect(page.getByRole('row', { name: /Compound v3 USDC · Base/ })).toContainText('83%highest90%');
  await expect(page.getByRole('row', { name: /Aave v3 Core · Ethereum.*80.5%/ })).not.toContainText(
    'highest',
  );
  await expect(page.getByText('split positions can be liquidated separately')).toBeVisible();
  await page.getByRole('button', { name: 'Use ETH as on Compound v3 USDC · Base' }).click();
  await expect(field(page, 'Collateral 1', 'LTV, %')).toHaveValue('83');
  await expect(field(page, 'Collateral 1', 'Price, $')).toHaveValue('3019');
  // 10 × 3,019 × 83%
  await expect(figure(page, 'borrowingPower')).toHaveText('$25,057');
  await page.getByRole('button', { name: 'Use WBTC as on Aave v2 · Ethereum' }).click();
  await expect(field(page, 'Collateral 2', 'Asset')).toHaveValue('WBTC');
  await expect(field(page, 'Collateral 2', 'Price, $')).toHaveValue('');
});

test('without a position it says how to get factors', async ({ open }) => {
  const page = await open('?popup=calcExample#calculator');
  await page.getByRole('link', { name: 'Watch an address' }).click();
  await expect(page.getByLabel('Watch an address')).toBeVisible();
});

test('works without any network', async ({ open }) => {
  const page = await open('?popup=calcExample#calculator');
  await expect(figure(page, 'borrowingPower')).toHaveText('$12,825');
  await page.context().setOffline(true);
  await field(page, 'Collateral 1', 'Amount').fill('200');
  await expect(figure(page, 'borrowingPower')).toHaveText('$12,900');
});
