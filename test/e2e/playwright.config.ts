import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '..',
  testMatch: '**/*.spec.ts',
  testIgnore: ['out/**', 'firefox/**'],
  outputDir: '../out/playwright',
  snapshotPathTemplate: '../ui/pictures/{arg}{ext}',
  globalSetup: '../support/compileContracts.ts',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  globalTimeout: 28 * 60_000,
  forbidOnly: true,
  reporter: 'list',
  use: { screenshot: 'only-on-failure', trace: 'retain-on-failure' },
});
