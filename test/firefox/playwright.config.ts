import { defineConfig } from '@playwright/test';
import shared from '../e2e/playwright.config';

/** Playwright's runner and its matchers; Firefox itself is driven by test/firefox, because Playwright brings its own. */
export default defineConfig(shared, {
  testDir: '.',
  testIgnore: [],
  outputDir: '../out/firefox',
  timeout: 90_000,
  globalTimeout: 5 * 60_000,
});
