import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { books } from './books';
import { cards } from './cards';
import { formBooks, formHash } from './formBooks';
import { optionsBooks } from './optionsBooks';
import { positionHash, positionNames } from './positionNames';
import { expect, test } from './stage';

/**
 * Of every screen and state; those of badge and popup are held to the ones in test/ui/pictures, which were drawn with Debian's
 * letters: on another system there are others, and nothing to compare with.
 */
const folder = fileURLToPath(new URL('../out/pictures/', import.meta.url));

/** Another release of the browser smooths letters a little differently; a colour, a word or a line that moves is more. */
const hold = async (page: Page, name: string) => {
  if (process.platform !== 'linux') return;
  expect.soft(await page.screenshot()).toMatchSnapshot(`${name}.png`, { maxDiffPixelRatio: 0.005 });
};

const show = (page: Page, name: string) => page.evaluate((wanted) => window.preview.show(wanted), name);

test.describe.configure({ timeout: 180_000 });

for (const colorScheme of ['light', 'dark'] as const) {
  test.beforeAll(() => mkdirSync(`${folder}${colorScheme}`, { recursive: true }));
  const file = (name: string) => `${folder}${colorScheme}/${name}.png`;

  test(`the badge in every state: ${colorScheme}`, async ({ open }) => {
    const page = await open('?badge=watch&folded', { colorScheme, viewport: { width: 420, height: 560 } });
    for (const name of Object.keys(cards)) {
      await show(page, name);
      await page.screenshot({ path: file(`pill-${name}`) });
    }
    await page.locator('.pill').click();
    for (const name of Object.keys(cards)) {
      await show(page, name);
      await page.screenshot({ path: file(`badge-${name}`) });
      await hold(page, `badge-${name}-${colorScheme}`);
    }
  });

  test(`the popup in every state: ${colorScheme}`, async ({ open }) => {
    const page = await open('?popup=watch', { colorScheme, viewport: { width: 400, height: 600 } });
    for (const name of Object.keys(books)) {
      await show(page, name);
      await page.screenshot({ path: file(`popup-${name}`), fullPage: true });
      await hold(page, `popup-${name}-${colorScheme}`);
    }
  });

  test(`every other screen in every state: ${colorScheme}`, async ({ open }) => {
    const page = await open(`?popup=positionSafe${positionHash}`, {
      colorScheme,
      viewport: { width: 400, height: 600 },
    });
    await expect(page.getByRole('heading', { name: 'What if' })).toBeVisible();
    for (const name of positionNames) {
      await show(page, name);
      await page.screenshot({ path: file(name), fullPage: true });
    }
    for (const name of Object.keys(formBooks)) {
      await page.evaluate((hash) => location.assign(hash), formHash(name));
      await show(page, name);
      await page.locator('.sheet:not(.waiting)').first().waitFor();
      await page.screenshot({ path: file(name), fullPage: true });
    }
  });

  test(`the settings in every state: ${colorScheme}`, async ({ open }) => {
    for (const name of Object.keys(optionsBooks)) {
      const page = await open(`?options=${name}`, { colorScheme, viewport: { width: 720, height: 900 } });
      await page.screenshot({ path: file(name), fullPage: true });
    }
  });
}
