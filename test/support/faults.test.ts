import { expect, test } from 'vitest';
import listed from '../faults.json';
import { faultRows, named, playwrightResults, vitestResults } from './faults.mjs';

const few = { faults: { 1: 'silence', 2: 'noise', 3: 'din' }, threats: ['lying RPC'] };
const outcomes = (...titles: readonly (readonly [string, boolean])[]) =>
  faultRows(
    few,
    titles.map(([title, passed]) => ({ title, passed })),
  ).map(({ outcome }) => outcome);

test('there are 66 faults, numbered from 1, and eleven threats', () => {
  expect(Object.keys(listed.faults)).toEqual(Array.from({ length: 66 }, (_, at) => `${at + 1}`));
  expect(listed.threats).toHaveLength(11);
});

test.each([
  ['an RPC is refused (fault 7)', ['7']],
  ['faults 2, 3 and 41: it waits', ['2', '3', '41']],
  ['threat: lying RPC one liar (fault 20)', ['20', 'lying RPC']],
  ['with every RPC at fault a first look is Unknown', []],
  ['default 7', []],
])('what a title names, %#', (title, ids) => {
  expect(named(title, few.threats)).toEqual(ids);
});

test('a fault is held where all its tests pass, and failed where one does not', () => {
  expect(
    outcomes(['fault 1', true], ['fault 1 again', true], ['fault 2', true], ['threat: lying RPC', true]),
  ).toEqual(['held', 'held', 'NO TEST', 'held']);
  expect(outcomes(['fault 1', true], ['fault 1 again', false])[0]).toBe('FAILED');
});

test('a fault that no test names is without one', () => {
  expect(outcomes()).toEqual(['NO TEST', 'NO TEST', 'NO TEST', 'NO TEST']);
});

test('a number that no fault has is a mistake', () => {
  expect(() => outcomes(['fault 67', true])).toThrow('67');
});

test('what was left out did not run, in either report', () => {
  const tests = (...statuses: string[]) => statuses.map((status) => ({ fullName: status, status }));
  expect(
    vitestResults({ testResults: [{ assertionResults: tests('passed', 'failed', 'pending', 'skipped') }] }),
  ).toEqual([
    { title: 'passed', passed: true },
    { title: 'failed', passed: false },
  ]);
  const spec = (status: string) => ({ title: status, tests: [{ status }] });
  const suites = [
    { specs: [spec('expected')], suites: [{ specs: [spec('flaky'), spec('unexpected'), spec('skipped')] }] },
  ];
  expect(playwrightResults({ suites })).toEqual([
    { title: 'expected', passed: true },
    { title: 'flaky', passed: false },
    { title: 'unexpected', passed: false },
  ]);
});
