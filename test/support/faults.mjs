/** @typedef {{ title: string, passed: boolean }} Result A test that ran, by its whole title. */

/**
 * What a title says that its test injects: "(fault 7)", "(faults 2 and 3)", "threat: lying RPC".
 * @returns {string[]} numbers and names of threats
 */
export function named(title, threats) {
  const numbers = [...title.matchAll(/\bfaults? (\d+(?:(?:, | and )\d+)*)/g)];
  return [
    ...numbers.flatMap(([, list]) => list.match(/\d+/g)),
    ...threats.filter((threat) => title.includes(`threat: ${threat}`)),
  ];
}

/** Of Vitest's JSON report; what was left out did not run. @returns {Result[]} */
export const vitestResults = (report) =>
  report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ fullName, status }) => ({ title: fullName, passed: status === 'passed' }));

/** Of Playwright's; passed only on a second try is not passed. @returns {Result[]} */
export function playwrightResults({ suites }) {
  const of = ({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status !== 'skipped'))
      .map(({ title, tests }) => ({ title, passed: tests.every(({ status }) => status === 'expected') })),
    ...inner.flatMap(of),
  ];
  return suites.flatMap(of);
}

/** One row for each fault and threat: its number or "threat", its name, how many tests inject it, and what came of it. */
export function faultRows({ faults, threats }, results) {
  const rows = [
    ...Object.entries(faults).map(([id, name]) => ({ id, mark: id, name })),
    ...threats.map((name) => ({ id: name, mark: 'threat', name })),
  ];
  const tagged = results.map(({ title, passed }) => ({ ids: named(title, threats), passed }));
  const stray = tagged.flatMap(({ ids }) => ids).filter((id) => !rows.some((row) => row.id === id));
  if (stray.length > 0) throw new Error(`No fault has the number ${stray.join(', ')}.`);
  return rows.map(({ id, mark, name }) => {
    const own = tagged.filter(({ ids }) => ids.includes(id));
    const held = own.every(({ passed }) => passed) ? 'held' : 'FAILED';
    return { mark, name, tests: own.length, outcome: own.length === 0 ? 'NO TEST' : held };
  });
}
