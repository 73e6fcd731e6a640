import type { Page } from '@playwright/test';
import { expect, test } from './stage';

const corner = async (page: Page) => {
  const box = await page.locator('.dock').boundingBox();
  const window = page.viewportSize();
  if (box === null || window === null) throw new Error('no badge');
  return { right: window.width - box.x - box.width, bottom: window.height - box.y - box.height };
};
const lastPlace = (page: Page) => page.evaluate(() => window.preview.places.at(-1));

test('the pill says figures, level in a word, and age', async ({ open }) => {
  const page = await open('?badge=watch');
  await expect(page.locator('.pill')).toHaveAttribute('data-level', 'watch');
  for (const [part, text] of [
    ['health-factor', '1.62'],
    ['buffer', '−38%'],
    ['trigger', 'ETH $1,871'],
    ['level', 'Watch'],
    ['age', '12 s ago'],
  ] as const) {
    await expect(page.locator(`[data-part="${part}"]`)).toHaveText(text);
  }
});

test('Enter opens the card, Escape closes it and the pill has the focus again', async ({ open }) => {
  const page = await open('?badge=watch');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.pill')).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('[data-part="trigger-price"][data-asset="ETH"]')).toHaveText('$1,870.12345678');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.card')).toHaveCount(0);
  await expect(page.locator('.pill')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.locator('.card')).toBeVisible();
});

test('a figure tells its meaning when it is opened, and keeps doing so after an update', async ({ open }) => {
  const page = await open('?badge=watch');
  await page.locator('.pill').click();
  await page.locator('summary', { hasText: 'Health factor' }).click();
  await expect(page.getByText('Below 1 you are liquidated.')).toBeVisible();
  await page.evaluate(() => window.preview.show('low'));
  await expect(page.locator('.card')).toHaveAttribute('data-level', 'low');
  await expect(page.getByText('Below 1 you are liquidated.')).toBeVisible();
});

test('arrow keys move it, and it stays inside the window', async ({ open }) => {
  const page = await open('?badge=watch');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  expect(await corner(page)).toEqual({ right: 32, bottom: 168 });
  expect(await lastPlace(page)).toMatchObject({ right: 32, bottom: 168 });
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('Shift+ArrowRight');
  expect(await corner(page)).toMatchObject({ right: 8 });
  await page.setViewportSize({ width: 360, height: 170 });
  await expect.poll(async () => (await corner(page)).bottom).toBeLessThan(170 - 40);
});

test('a drag moves it and does not open it; a place from elsewhere moves it too', async ({ open }) => {
  const page = await open('?badge=watch');
  await page.locator('.pill').hover();
  await page.mouse.down();
  await page.mouse.move(600, 300);
  await page.mouse.move(400, 200);
  await page.mouse.up();
  expect(await lastPlace(page)).toEqual({ ...(await corner(page)), folded: false, hidden: false });
  expect((await corner(page)).right).toBeGreaterThan(300);
  await expect(page.locator('.card')).toHaveCount(0);
  const place = await lastPlace(page);
  await page.evaluate((at) => window.preview.show('watch', at), place);
  await page.evaluate(() => window.preview.show('watch', { right: 50, bottom: 60 }));
  expect(await corner(page)).toEqual({ right: 50, bottom: 60 });
});

test('an answer that was under way does not undo what the user just did', async ({ open }) => {
  const page = await open('?badge=watch');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await page.evaluate(() => window.preview.show('watch', { right: 16 }));
  expect(await corner(page)).toMatchObject({ right: 32 });
});

test('folded it keeps mark, figure and level; unfolded all', async ({ open }) => {
  const page = await open('?badge=critical');
  await page.locator('.pill').click();
  await page.getByRole('button', { name: 'Fold', exact: true }).click();
  expect(await lastPlace(page)).toMatchObject({ folded: true });
  await expect(page.locator('.pill')).toHaveText('1.043Critical');
  await page.getByRole('button', { name: 'Unfold' }).click();
  await expect(page.locator('[data-part="trigger"]')).toBeVisible();
});

test('hidden it is gone, and told so', async ({ open }) => {
  const page = await open('?badge=watch');
  await page.locator('.pill').click();
  await page.getByRole('button', { name: 'Hide on this site' }).click();
  await expect(page.locator('.pill')).toHaveCount(0);
  expect(await lastPlace(page)).toMatchObject({ hidden: true });
});

test('a new level is read out once, a refresh is not', async ({ open }) => {
  const page = await open('?badge=watch');
  const live = page.locator('[role="status"]');
  await page.evaluate(() => window.preview.show('watch'));
  await expect(live).toHaveText('');
  await page.evaluate(() => window.preview.show('critical'));
  await expect(live).toHaveText(/^Critical/);
});

test('ten minutes without news take every old number away', async ({ open }) => {
  const page = await open('?badge=expired');
  await expect(page.locator('[data-part="health-factor"]')).toHaveText('?');
  await expect(page.locator('[data-part="reason"]')).toHaveText('No news for 10 minutes.');
  await page.locator('.pill').click();
  await expect(page.locator('.card')).not.toContainText(/1\.62|38%|1,87/);
});

test('time alone makes a figure older, then unknown', async ({ open }) => {
  const page = await open('?badge=watch');
  await page.evaluate(() => {
    const then = Date.now();
    Date.now = () => then + 700_000;
  });
  await expect(page.locator('.pill')).toHaveAttribute('data-level', 'unknown', { timeout: 7000 });
});
