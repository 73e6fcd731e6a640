import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { books } from './books';
import { cards } from './cards';
import { faintTexts } from './contrast';
import { formBooks, formHash } from './formBooks';
import { openAll } from './openAll';
import { optionsBooks } from './optionsBooks';
import { positionHash, positionNames } from './positionNames';
import { expect, test } from './stage';

/** What a whole page must have; the badge is a guest on someone else's. */
const pageRules = ['page-has-heading-one', 'region', 'landmark-one-main'];

async function barriers(page: Page, without: string[] = []) {
  await openAll(page);
  const found = await new AxeBuilder({ page }).disableRules(without).analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

const badgeBarriers = async (page: Page) => [
  ...(await barriers(page, pageRules)),
  ...(await faintTexts(page)),
];

const show = (page: Page, name: string) => page.evaluate((wanted) => window.preview.show(wanted), name);

// Every state in turn takes most of a minute on two shared cores.
test.describe.configure({ timeout: 180_000 });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the badge has no barrier in any state, folded, open or closed: ${colorScheme}`, async ({ open }) => {
    const page = await open('?badge=watch&folded', { colorScheme });
    expect(await badgeBarriers(page)).toEqual([]);
    await show(page, 'liquidatable');
    expect(await badgeBarriers(page)).toEqual([]);
    await page.locator('.pill').click();
    for (const name of Object.keys(cards)) {
      await show(page, name);
      expect([name, ...(await badgeBarriers(page))]).toEqual([name]);
    }
  });

  test(`the popup has no barrier in any state: ${colorScheme}`, async ({ open }) => {
    const page = await open('?popup=watch', { colorScheme });
    for (const name of Object.keys(books)) {
      await show(page, name);
      expect([name, ...(await barriers(page))]).toEqual([name]);
    }
  });

  test(`the screen of a position has no barrier in any state: ${colorScheme}`, async ({ open }) => {
    const page = await open(`?popup=positionSafe${positionHash}`, { colorScheme });
    await expect(page.getByRole('heading', { name: 'What if' })).toBeVisible();
    for (const name of positionNames) {
      await show(page, name);
      expect([name, ...(await barriers(page))]).toEqual([name]);
    }
    await page.goto(page.url().replace(positionHash, '#positions'));
    await show(page, 'positionSeveral');
    await expect(page.getByText('Net worth')).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });

  test(`calculator and other loans have no barrier in any state: ${colorScheme}`, async ({ open }) => {
    const page = await open('?popup=calcExample', { colorScheme });
    for (const name of Object.keys(formBooks)) {
      await page.evaluate((hash) => location.assign(hash), formHash(name));
      await show(page, name);
      await page.locator('.sheet:not(.waiting)').first().waitFor();
      expect([name, ...(await barriers(page))]).toEqual([name]);
    }
  });

  test(`the settings have no barrier in any state: ${colorScheme}`, async ({ open }) => {
    const page = await open('?options=optionsFirst', { colorScheme });
    for (const name of Object.keys(optionsBooks)) {
      await show(page, name);
      expect([name, ...(await barriers(page))]).toEqual([name]);
    }
    await show(page, 'optionsOwn');
    await page.getByRole('button', { name: 'Reset…' }).click();
    await page.getByLabel('Critical below, %').first().fill('60');
    await page.getByLabel('Another site').fill('nowhere');
    expect(await barriers(page)).toEqual([]);
  });
}
