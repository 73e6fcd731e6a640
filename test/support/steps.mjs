import { playwrightCounts, vitestCounts } from './counts.mjs';

const out = 'test/out';

/**
 * What "npm test" runs, in this order. A step without a report counts as one test; a step with one counts
 * the tests that the report holds.
 */
const steps = [
  { group: 'checks', name: 'format and lint', tool: ['biome', 'ci', '--colors=off', '.'] },
  { group: 'checks', name: 'types', tool: ['tsc', '--noEmit'] },
  { group: 'checks', name: 'unused code', tool: ['knip', '--no-progress'] },
  { group: 'build', name: 'build', tool: ['wxt', 'build'] },
  { group: 'checks', name: 'size', tool: ['size-limit'], needs: 'build' },
  {
    group: 'unit',
    name: 'unit and contract tests',
    tool: ['vitest', 'run', '--config=test/vitest.config.ts', '--reporter=default', '--reporter=json'],
    args: [`--outputFile.json=${out}/vitest.json`, '--silent=passed-only'],
    report: { file: `${out}/vitest.json`, count: vitestCounts },
    needs: 'build',
    minutes: 25,
  },
  {
    group: 'browser',
    name: 'browser tests',
    tool: ['playwright', 'test', '--config=test/e2e/playwright.config.ts', '--reporter=dot,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${out}/playwright.json` },
    report: { file: `${out}/playwright.json`, count: playwrightCounts },
    needs: 'build',
    minutes: 30,
  },
  {
    group: 'faults',
    name: 'no fault has lost its test',
    tool: ['test/support/faultTable.mjs', '--reports'],
    needs: 'build',
  },
];

/** The steps of one group with the build that they look at, or all. */
export function choose(only) {
  if (only === undefined) return steps;
  if (!['unit', 'browser', 'checks'].includes(only)) {
    throw new Error(`--only takes unit, browser or checks, not "${only}".`);
  }
  return steps.filter(({ group }) => group === only || group === 'build');
}
