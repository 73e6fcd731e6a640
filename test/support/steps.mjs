import { playwrightCounts, vitestCounts } from './counts.mjs';
import { prepareFirefox } from './prepare.mjs';

const out = 'test/out';

/**
 * What "npm test" runs, in this order. A step without a report counts as one test; a step with one counts
 * the tests that the report holds.
 */
const steps = [
  { group: 'checks', name: 'format and lint', tool: ['biome', 'ci', '--colors=off', '.'] },
  { group: 'checks', name: 'types', tool: ['tsc', '--noEmit'] },
  { group: 'checks', name: 'unused code', tool: ['knip', '--no-progress'] },
  { group: 'build', name: 'build', tool: ['wxt', 'zip'] },
  { group: 'build', name: 'build for Firefox', tool: ['wxt', 'zip', '--browser=firefox'] },
  {
    group: 'checks',
    name: 'packages built again',
    tool: ['test/package/again.mjs'],
    needs: 'build for Firefox',
    minutes: 10,
  },
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
    group: 'firefox',
    name: 'Firefox tests',
    tool: ['playwright', 'test', '--config=test/firefox/playwright.config.ts', '--reporter=dot,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${out}/firefox.json` },
    report: { file: `${out}/firefox.json`, count: playwrightCounts },
    needs: 'build for Firefox',
    /** What the machine must have; a step without it is neither passed nor failed, and says so. */
    has: () => prepareFirefox() !== null,
    lacks: 'there is no Firefox ESR or Developer Edition; set FIREFOX_PATH to one',
    minutes: 6,
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
  if (!['unit', 'browser', 'firefox', 'checks'].includes(only)) {
    throw new Error(`--only takes unit, browser, firefox or checks, not "${only}".`);
  }
  return steps.filter(({ group }) => group === only || group === 'build');
}
