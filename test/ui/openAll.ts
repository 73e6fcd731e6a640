import type { Page } from '@playwright/test';

/** Opens all that can be opened, what stands within what was closed too, once nothing is being asked any more. */
export async function openAll(page: Page): Promise<void> {
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  const closed = page.locator('details:not([open]) > summary:visible');
  while ((await closed.count()) > 0) await closed.first().click();
}
