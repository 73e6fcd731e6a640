import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { devPageHost } from '../devpage/page';
import { launchBrowser } from '../support/browser';
import { startWorld } from '../support/start/world';

/** The README's pictures are taken here, and the stores'; assets/readme holds the copies that are committed. */
const folder = fileURLToPath(new URL('../out/pictures/', import.meta.url));
const store = fileURLToPath(new URL('../out/store/', import.meta.url));

/** What Chrome's store wants of a picture, and Firefox's takes. */
const STORE_SIZE = { width: 1280, height: 800 };

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the badge and its card on a lending page, and the position's own screen, ${colorScheme}`, async () => {
    for (const each of [folder, store]) mkdirSync(each, { recursive: true });
    const world = await startWorld();
    const viewport = { width: 1180, height: 720 };
    const browser = await launchBrowser({
      hosts: world.hosts,
      frontPort: world.port,
      colorScheme,
      viewport,
    });
    try {
      const page = await browser.newPage();
      await page.goto(`https://${devPageHost}/`);
      await page.getByRole('button', { name: 'Connect' }).click();
      await browser.waitForBadge(page, ({ level }) => level === 'watch');
      await browser.clickBadge(page);
      const open = await browser.waitForBadge(page, ({ prices }) => prices.ETH !== undefined);
      expect(open.prices.ETH).toMatch(/^\$1,498\.\d{8}$/);
      await page.screenshot({ path: `${folder}badge-${colorScheme}.png` });
      const forStore = async (of: Page, name: string) => {
        await of.setViewportSize(STORE_SIZE);
        await of.screenshot({ path: `${store}${name}-${colorScheme}.png` });
      };
      await forStore(page, '1-badge');
      const popup = await browser.openPopup();
      await popup.setViewportSize({ width: 400, height: 720 });
      await expect(popup.locator('article').first()).toHaveAttribute('data-level', 'watch');
      await popup.screenshot({ path: `${folder}popup-${colorScheme}.png` });
      await popup.getByRole('link', { name: 'Way out, what-if and stress test' }).click();
      await popup.goto(popup.url().replace('#', '?tab#'));
      await popup.setViewportSize({ width: 1100, height: 900 });
      await expect(popup.getByRole('heading', { name: 'Stress test' })).toBeVisible();
      const slider = popup.getByRole('slider').first();
      const health = popup.locator('[data-part="then"]').first();
      const before = await health.textContent();
      await slider.focus();
      for (let step = 0; step < 20; step++) await popup.keyboard.press('ArrowLeft');
      await expect(health).not.toHaveText(before ?? '');
      await popup.screenshot({ path: `${folder}position-${colorScheme}.png` });
      await forStore(popup, '2-position');
      const rest = popup.getByRole('heading', { name: 'Stress test' });
      await rest.evaluate((heading) => heading.scrollIntoView());
      await forStore(popup, '3-stress');
      await popup.goto(popup.url().replace(/popup\.html.*/, 'options.html'));
      await expect(popup.getByRole('heading', { name: 'Alerts' })).toBeVisible();
      await forStore(popup, '4-settings');
    } finally {
      await browser.close();
      await world.stop();
    }
  });
}
