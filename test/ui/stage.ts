import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  chromium,
  type Page,
} from '@playwright/test';
import { findChromium } from '../support/chromium.mjs';
import { servePreviews } from './server';

interface Stage {
  /** Opens a preview; the badge's shadow root is open unless `closed` is asked for. */
  open(query: string, options?: BrowserContextOptions & { closed?: boolean }): Promise<Page>;
}

/** Tests over the previews, which need a browser but no extension. */
export const test = base.extend<Stage, { previews: { browser: Browser; url: string } }>({
  previews: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const executablePath = await findChromium();
      const [server, browser] = await Promise.all([
        servePreviews(),
        chromium.launch(executablePath ? { executablePath } : {}),
      ]);
      await use({ browser, url: server.url });
      await Promise.all([browser.close(), server.close()]);
    },
    { scope: 'worker' },
  ],
  open: async ({ previews }, use) => {
    const opened: Page[] = [];
    await use(async (query, { closed = false, ...options } = {}) => {
      const context = await previews.browser.newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      opened.push(page);
      if (!closed) await page.addInitScript(openShadows);
      await page.goto(previews.url + query);
      if (!closed) await page.locator('.pill, .popup').first().waitFor();
      return page;
    });
    for (const page of opened) await page.context().close();
  },
});

/** Runs in the page, before it: a closed shadow root is as hidden from a test as from a page. */
function openShadows() {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, { ...init, mode: 'open' });
  };
}

export { expect } from '@playwright/test';
