import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { slimDecimal } from './package/slimDecimal';

/** "--mode deep" adds the long runs (npm run test:deep), "--mode soak" is the simulated day alone (npm run soak). */
export default defineConfig(async ({ mode }) => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [await WxtVitest(), slimDecimal()],
  test: {
    include:
      mode === 'soak'
        ? ['test/**/*.soak.test.ts']
        : ['src/**/*.test.{ts,tsx}', 'entrypoints/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: [
      'test/out/**',
      ...(mode === 'deep' ? [] : ['**/*.deep.test.ts']),
      ...(mode === 'soak' ? [] : ['**/*.soak.test.ts']),
    ],
    // So that memory can be measured after a collection.
    execArgv: mode === 'soak' ? ['--expose-gc'] : [],
    globalSetup: 'test/support/compileContracts.ts',
    // What ships of it is what is tested.
    server: { deps: { inline: ['decimal.js'] } },
    setupFiles: 'test/support/speakEnglish.ts',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
}));
