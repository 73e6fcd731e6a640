import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { devPageHost } from '../devpage/page';
import { launchBrowser } from '../support/browser';
import { startWorld } from '../support/start/world';

/** The README's picture is taken here; assets/readme holds the copy that is committed. */
const folder = fileURLToPath(new URL('../out/pictures/', import.meta.url));

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the badge and its card on a lending page, ${colorScheme}`, async () => {
    mkdirSync(folder, { recursive: true });
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
      const popup = await browser.openPopup();
      await popup.setViewportSize({ width: 400, height: 720 });
      await expect(popup.locator('article').first()).toHaveAttribute('data-level', 'watch');
      await popup.screenshot({ path: `${folder}popup-${colorScheme}.png` });
    } finally {
      await browser.close();
      await world.stop();
    }
  });
}
