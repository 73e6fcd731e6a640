/** Tests that passed, failed and were left out, from Vitest's JSON report. */
export function vitestCounts(report) {
  const files = report.testResults ?? [];
  // A file that cannot even be loaded fails with no test in it.
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** The same from Playwright's; a test that passed only on a second try has failed. */
export function playwrightCounts({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * What a step adds to the total. The runner's exit code and its report must agree: a runner that crashed, left
 * no report or found no test has failed whatever it wrote.
 */
export function stepCounts(code, report, count) {
  if (!count) return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  const crashed = { passed: 0, failed: 1, skipped: 0 };
  if (!report) return crashed;
  const counts = count(report);
  if (![counts.passed, counts.failed, counts.skipped].every(Number.isSafeInteger)) return crashed;
  if (counts.failed > 0) return counts;
  if (code !== 0 || counts.passed === 0) return { ...counts, failed: 1 };
  return counts;
}
