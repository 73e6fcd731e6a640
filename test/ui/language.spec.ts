import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { books } from './books';
import { cards } from './cards';
import { formBooks, formHash } from './formBooks';
import { openAll } from './openAll';
import { optionsBooks } from './optionsBooks';
import { positionHash, positionNames } from './positionNames';
import { expect, test } from './stage';

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const show = (page: Page, name: string) => page.evaluate((wanted) => window.preview.show(wanted), name);
const barriers = async (page: Page, without: string[] = []) =>
  (await new AxeBuilder({ page }).disableRules(without).analyze()).violations.map(({ id, nodes }) => [
    id,
    ...nodes.map(({ target }) => target.join(' ')),
  ]);

/** What a whole page must have; the badge is a guest on someone else's. */
const pageRules = ['page-has-heading-one', 'region', 'landmark-one-main'];

const narrow = { viewport: { width: 320, height: 600 } };

test.describe.configure({ timeout: 180_000 });

for (const [lang, dir, texts] of [
  [
    'es',
    'ltr',
    { settings: 'Ajustes', healthFactor: 'Factor de salud', wayOut: 'Salida', low: 'Bajo', fall: '−15 %' },
  ],
  [
    'ar',
    'rtl',
    { settings: 'الإعدادات', healthFactor: 'عامل السلامة', wayOut: 'المخرج', low: 'منخفض', fall: '−15%' },
  ],
] as const) {
  test(`every screen fits 320 px and has no barrier: ${lang}`, async ({ open }) => {
    const page = await open(`?popup=watch&lang=${lang}`, narrow);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('html')).toHaveAttribute('dir', dir);
    for (const name of Object.keys(books)) {
      await show(page, name);
      await openAll(page);
      expect([name, await overflow(page), ...(await barriers(page))]).toEqual([name, 0]);
    }
    for (const name of Object.keys(formBooks)) {
      await page.evaluate((hash) => location.assign(hash), formHash(name));
      await show(page, name);
      await page.locator('.sheet:not(.waiting)').first().waitFor();
      await openAll(page);
      expect([name, await overflow(page), ...(await barriers(page))]).toEqual([name, 0]);
    }
  });

  test(`the settings fit 320 px and have no barrier: ${lang}`, async ({ open }) => {
    const page = await open(`?options=optionsFirst&lang=${lang}`, narrow);
    await expect(page.getByRole('heading', { name: texts.settings })).toBeVisible();
    for (const name of Object.keys(optionsBooks)) {
      await show(page, name);
      await openAll(page);
      expect([name, await overflow(page), ...(await barriers(page))]).toEqual([name, 0]);
    }
  });

  test(`a position is told in the language, and its screen fits 320 px: ${lang}`, async ({ open }) => {
    const page = await open(`?popup=positionLow&lang=${lang}${positionHash}`, narrow);
    await expect(page.getByRole('heading', { name: texts.wayOut })).toBeVisible();
    await expect(page.locator('.lead .level')).toHaveText(texts.low);
    await expect(page.locator('.lead .figure[data-term="healthFactor"] .name')).toHaveText(
      texts.healthFactor,
    );
    await expect(page.locator('.lead .figure[data-term="buffer"] bdi')).toHaveText(texts.fall);
    for (const name of positionNames) {
      await show(page, name);
      await openAll(page);
      expect([name, await overflow(page), ...(await barriers(page))]).toEqual([name, 0]);
    }
  });

  test(`the badge is read in the language's direction, inside the window: ${lang}`, async ({ open }) => {
    const page = await open(`?badge=watch&lang=${lang}`, narrow);
    const frame = page.locator('.dock').locator('..');
    await expect(frame).toHaveAttribute('lang', lang);
    await expect(frame).toHaveAttribute('dir', dir);
    await page.locator('.pill').click();
    for (const name of Object.keys(cards)) {
      await show(page, name);
      const box = await page.locator('.card').boundingBox();
      expect([name, box!.x >= 0 && box!.x + box!.width <= 320, await overflow(page)]).toEqual([
        name,
        true,
        0,
      ]);
      expect([name, ...(await barriers(page, pageRules))]).toEqual([name]);
    }
  });
}

test('fault 50: where decimals follow a comma, the calculator takes one and refuses a point', async ({
  open,
}) => {
  const page = await open('?popup=calcExample&lang=es#calculator');
  const amount = page.getByRole('group', { name: 'Garantía 2' }).getByLabel('Cantidad');
  await expect(amount).toHaveValue('0,5');
  await amount.fill('0,75');
  // 100 × 75% and 0.75 × 30,000 × 85%.
  await expect(page.locator('.result .told').first()).toContainText('19.200 $');
  await expect(amount).toHaveValue('0,75');
  await amount.fill('1.500');
  await expect(page.getByText('Escríbelo con coma y sin puntos, como 1250,50.')).toBeVisible();
  await expect(amount).toHaveValue('1.500');
  await expect(page.locator('.result .told')).toHaveCount(0);
});

test('the curve runs from a fall to a rise in every language', async ({ open }) => {
  for (const lang of ['en', 'ar']) {
    const page = await open(`?popup=positionLow&lang=${lang}${positionHash}`);
    const marks = page.locator('.stress:not(.rate-curve) .mark text');
    await marks.first().waitFor();
    const places = await marks.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().x));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).toHaveLength(3);
  }
});
