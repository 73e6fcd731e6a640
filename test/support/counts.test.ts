import { describe, expect, test } from 'vitest';
import { playwrightCounts, stepCounts, vitestCounts } from './counts.mjs';

const vitest = (over: object) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  testResults: [],
  ...over,
});
const playwright = (stats: object, errors: object[] = []) => ({
  stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe('a step without a report is one test', () => {
  test.each([
    [0, { passed: 1, failed: 0, skipped: 0 }],
    [1, { passed: 0, failed: 1, skipped: 0 }],
  ])('exit code %i', (code, counts) => {
    expect(stepCounts(code, null, undefined)).toEqual(counts);
  });
});

describe('a runner that did not do its work has failed', () => {
  test.each([
    ['no report', 0, null],
    ['a report without figures', 0, {}],
    ['no test found', 0, vitest({ numPassedTests: 0 })],
    ['only skipped tests', 0, vitest({ numPassedTests: 0, numPendingTests: 4 })],
    ['a crash after all tests had passed', 1, vitest({})],
  ])('%s', (_, code, report) => {
    expect(stepCounts(code, report, vitestCounts).failed).toBe(1);
  });
});

test('failures are counted one by one, and a file that could not be loaded is one', () => {
  const broken = { status: 'failed', assertionResults: [] };
  const report = vitest({ numFailedTests: 2, numPendingTests: 1, testResults: [broken] });
  expect(stepCounts(1, report, vitestCounts)).toEqual({ passed: 3, failed: 3, skipped: 1 });
});

test('a test that passed on its second try has failed, and so has an error outside of tests', () => {
  expect(playwrightCounts(playwright({ flaky: 1 }, [{}])).failed).toBe(2);
  expect(stepCounts(0, playwright({}), playwrightCounts)).toEqual({ passed: 2, failed: 0, skipped: 0 });
});
