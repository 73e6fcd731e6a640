import type { Page } from '@playwright/test';
import { openAll } from './openAll';
import { positionHash, positionNames } from './positionNames';
import { expect, test } from './stage';

const at = (name: (typeof positionNames)[number], more = '') => `?popup=${name}${more}${positionHash}`;

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const then = (page: Page) => page.locator('[data-part="then"]');

test.describe.configure({ timeout: 120_000 });

for (const dir of ['ltr', 'rtl']) {
  test(`nothing to scroll sideways at 320 px, nor with text at 200%: ${dir}`, async ({ open }) => {
    const page = await open(at('positionSafe', `&dir=${dir}`), { viewport: { width: 320, height: 600 } });
    await expect(page.getByRole('heading', { name: 'What if' })).toBeVisible();
    for (const size of ['100%', '200%']) {
      await page.evaluate((to) => document.documentElement.style.setProperty('font-size', to), size);
      for (const name of positionNames) {
        await page.evaluate((wanted) => window.preview.show(wanted), name);
        await openAll(page);
        expect([name, size, await overflow(page)]).toEqual([name, size, 0]);
      }
    }
  });
}

test('the way out is exact, and what is copied is the amount alone', async ({ open }) => {
  const page = await open(at('positionLow'), { permissions: ['clipboard-read', 'clipboard-write'] });
  // 83% of 10.000000000123456789 ETH at $3,020.12345678 are $25,067.0247; four fifths of it $20,053.6197.
  const copy = page.getByRole('button', { name: 'Copy 1046.503713 USDC' });
  await expect(page.getByText('Repay 1,046.503713 USDC')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open app.aave.com' })).toHaveAttribute(
    'href',
    'https://app.aave.com/',
  );
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1046.503713');
});

test('another buffer asks for more', async ({ open }) => {
  const page = await open(at('positionLow'));
  await page.getByLabel('To have a buffer of').selectOption('50%');
  // Half of $25,067.0247 is $12,533.5123.
  await expect(page.getByText(/Repay 8,566\.611\d+ USDC/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Most to borrow at 50%' })).toBeVisible();
});

test('where the buffer is there it says what can still be taken', async ({ open }) => {
  const page = await open(at('positionSafe'));
  await expect(page.getByRole('heading', { name: 'Room left' })).toBeVisible();
  await expect(page.getByText(/Borrow 15,657\.\d+ USDC/)).toBeVisible();
  await page.evaluate(() => window.preview.show('positionNoDebt'));
  await expect(page.getByText('Nothing is owed, so everything can be withdrawn.')).toBeVisible();
});

test('by keyboard alone prices fall, the figures follow, and reset restores them', async ({ open }) => {
  const page = await open(at('positionLow'));
  await expect(then(page)).toHaveText('1.18Low');
  const slider = page.getByLabel('All volatile prices');
  for (let tab = 0; tab < 30 && !(await slider.evaluate((own) => own === document.activeElement)); tab += 1)
    await page.keyboard.press('Tab');
  await expect(slider).toBeFocused();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowLeft');
  // 1.188 × 0.9
  await expect(then(page)).toHaveText('1.069Critical');
  await expect(slider).toHaveAttribute('aria-valuetext', '−10.0%: health factor 1.069, Critical');
  await page.getByRole('button', { name: 'Reset' }).press('Enter');
  await expect(then(page)).toHaveText('1.18Low');
  await expect(slider).toHaveValue('0');
});

test('amounts and prices change the figures; what is wrong is said beside the field', async ({ open }) => {
  const page = await open(at('positionLow'));
  const debt = page.getByLabel('USDC borrowed');
  await debt.fill('10550.061728');
  await expect(then(page)).toHaveText('2.37Safe'); // half of the debt
  await debt.fill('1,5');
  await expect(page.getByText('Use a point for decimals, and no commas.')).toBeVisible();
  await expect(debt).toHaveAttribute('aria-invalid', 'true');
  await expect(then(page)).toHaveText('1.18Low');
  await debt.fill('99999999');
  await expect(page.getByText('That is all of it.')).toBeVisible();
  await expect(then(page)).toHaveText('no debtSafe');
  await page.getByLabel('What to do with USDC').selectOption('Borrow');
  await expect(page.getByText('The contract refuses: it is more than')).toBeVisible();
  await expect(then(page)).toHaveText('1.18Low');
  await debt.fill('');
  await page.locator('summary', { hasText: 'Each price' }).click();
  await page.getByLabel('Price of ETH').fill('2000');
  await expect(then(page)).toHaveText('0.786Liquidatable');
});

test('the most that can be borrowed fills the field and ends at the buffer', async ({ open }) => {
  const page = await open(at('positionSafe'));
  await page.getByRole('button', { name: 'Most to borrow at 20%' }).click();
  await expect(page.getByLabel('USDC borrowed')).toHaveValue(/^15657\.\d+$/);
  await expect(page.getByLabel('What to do with USDC')).toHaveValue('borrow');
  await expect(then(page)).toHaveText('1.25Watch');
});

test('the curve is read by its slider and by its table', async ({ open }) => {
  const page = await open(at('positionLow'));
  const stress = page.locator('section', { has: page.getByRole('heading', { name: 'Stress test' }) });
  const reader = stress.getByLabel(/^Prices/);
  await expect(reader).toHaveAttribute('aria-valuetext', 'as now: health factor 1.18, Low');
  await reader.focus();
  await page.keyboard.press('ArrowLeft');
  // 1.188 × 0.975
  await expect(reader).toHaveAttribute('aria-valuetext', '−2.5%: health factor 1.15, Low');
  await stress.locator('summary', { hasText: 'As a table' }).click();
  await expect(stress.getByRole('row', { name: '−40.0% 0.712 Liquidatable' })).toBeVisible();
  await stress.locator('.stress > svg').hover({ position: { x: 20, y: 60 } });
  await expect(reader).toHaveValue('0');
});

test('what is shared names nobody', async ({ open }) => {
  const page = await open(at('positionLow'), { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy the text' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Low: health factor 1.18, buffer −15%');
  expect(text).not.toMatch(/0x|00aa/);
});

test('gone or too old, no figure is left, and there is a way back', async ({ open }) => {
  const page = await open(at('positionOld'));
  await expect(page.getByText('No news from the chain for 10 minutes.')).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/1\.65|18,640/);
  await page.evaluate(() => window.preview.show('positionGone'));
  await expect(page.getByText('This position is no longer here')).toBeVisible();
  await page.getByRole('link', { name: 'All positions' }).click();
  await expect(page.getByText('Watched wallets')).toBeVisible();
});

test('several positions are one book, and nothing is converted', async ({ open }) => {
  const page = await open('?popup=positionSeveral');
  const summary = page.getByRole('region', { name: 'All positions together' });
  // 30,201.23 + 7,377.60 − 9,000.12 and 30,201.23 − 21,100.12
  await expect(summary).toContainText('Net worth$37,679');
  await expect(summary).toContainText('Counted apart: Aave v2 · Ethereum: 2.0000 ETH.');
  await expect(summary).toContainText('Aave v3 Prime · Ethereum is liquidated first, at −15.8%.');
});

test('a position has levels of its own, and can be left alone for a while', async ({ open }) => {
  const page = await open(`?popup=positionSafe${positionHash}`);
  const alerts = page.locator('section', {
    has: page.getByRole('heading', { name: 'Alerts for this position' }),
  });
  await alerts.getByLabel('Levels of its own').check();
  const limits = () =>
    alerts.getByRole('textbox').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
  expect(await limits()).toEqual(['40', '20', '10']);
  await alerts.getByLabel('Low below, %').fill('50');
  await expect(alerts.getByText('Watch has to be above Low.')).toBeVisible();
  await alerts.getByLabel('Watch below, %').fill('60');
  await expect(alerts.getByText('Not saved')).toHaveCount(0);
  await alerts.getByLabel('Levels of its own').uncheck();
  await expect(alerts.getByRole('textbox')).toHaveCount(0);
  await alerts.getByLabel('Levels of its own').check();
  expect(await limits()).toEqual(['40', '20', '10']);

  await alerts.getByRole('button', { name: '8 hours' }).press('Enter');
  await expect(alerts.getByText(/^Nothing is told until .+, unless it gets worse\.$/)).toBeVisible();
  await alerts.getByRole('button', { name: 'Tell me again' }).press('Enter');
  await expect(alerts.getByText('Tell me nothing of it for')).toBeVisible();
});
