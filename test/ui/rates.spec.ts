import { positionHash } from './positionNames';
import { expect, test } from './stage';

const at = (name: string, more = '') => `?popup=${name}${more}${positionHash}`;

test.describe.configure({ timeout: 120_000 });

test('interest is told with the time that is left, and its curve is read by slider and table', async ({
  open,
}) => {
  const page = await open(at('positionLow'));
  const sheet = page.locator('section', { has: page.getByRole('heading', { name: 'Interest' }) });
  await expect(sheet).toContainText('USDC borrowedYou pay 4.97% a year');
  await expect(sheet).toContainText('ETH suppliedYou earn 1.90% a year');
  // e^(0.049619 t) × 21,100.12 = 25,067.02 × (1 + 0.019 t): t = 5.4618 years; at 40.5%: 162.87 days.
  await expect(sheet).toContainText('interest alone liquidates this position in about 5 years, not sooner.');
  await expect(sheet).toContainText('If the pool is used up and stays so: 162 days.');
  // 155,000 of gas at 4.2 gwei are 0.000651 ETH.
  await expect(page.getByText('This wallet holds 812 of the 1,047 USDC.')).toBeVisible();
  await expect(page.getByText('Costs about $1.97 in gas.')).toBeVisible();
  const reader = sheet.getByRole('slider');
  await expect(reader).toHaveAttribute('aria-valuetext', '83% lent out, as now: borrow rate 4.97%');
  await reader.focus();
  await page.keyboard.press('End');
  await expect(reader).toHaveAttribute('aria-valuetext', '100% lent out: borrow rate 40.50%');
  await sheet.locator('summary').click();
  await expect(sheet.getByRole('row', { name: '92% lent out 5.50%' })).toBeVisible();
});

test('while it is asked, where it fails, and where it is not known, no figure is shown', async ({ open }) => {
  const page = await open(at('positionLow', '&dues=loading'));
  await expect(page.getByText('Asking the chain…')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('a year');
  const failed = await open(at('positionLow', '&dues=failed'));
  await expect(failed.getByRole('alert')).toHaveText(
    'Interest could not be read: None of the 2 RPCs answers.',
  );
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(failed.getByText('You pay 4.97% a year')).toBeVisible();
  await expect(failed.getByRole('alert')).toHaveCount(0);
  const unknown = await open(at('positionLow', '&dues=unknown'));
  await expect(unknown.getByText('Not known').first()).toBeVisible();
  await expect(unknown.getByText('How long until interest alone liquidates is not known.')).toBeVisible();
  await expect(unknown.locator('main')).not.toContainText('a year');
});

test('without a debt nothing is said of time', async ({ open }) => {
  const page = await open(at('positionNoDebt'));
  await expect(page.getByText('You earn 1.90% a year').first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText('interest alone');
});
