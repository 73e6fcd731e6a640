import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stepCounts } from './counts.mjs';
import { prepare, root } from './prepare.mjs';
import { runTool } from './run.mjs';
import { choose } from './steps.mjs';

const total = { passed: 0, failed: 0 };
const failedSteps = new Set();
const notRun = [];

/** Runs one step, prints one line about it, and everything it said if it failed. */
async function take({ name, tool, args = [], env, report, needs, has, lacks, minutes }) {
  if (has && !has()) {
    notRun.push(`NOT RUN: ${name}, because ${lacks}.`);
    console.log(notRun.at(-1));
    return;
  }
  process.stdout.write(`${name} … `);
  if (needs && failedSteps.has(needs)) {
    total.failed += 1;
    console.log(`not run, because ${needs} failed`);
    return;
  }
  const started = performance.now();
  const file = report && join(root, report.file);
  if (file) rmSync(file, { force: true });
  const { code, output } = await runTool(root, [...tool, ...args], { env, minutes });
  const counts = stepCounts(code, file && readReport(file), report?.count);
  total.passed += counts.passed;
  total.failed += counts.failed;
  console.log(`${line(counts, report)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (counts.failed === 0) return;
  failedSteps.add(name);
  console.log(`\n${output.trim()}\n`);
}

function line({ passed, failed, skipped }, report) {
  if (!report) return failed ? 'FAILED' : 'ok';
  if (passed === 0 && failed === 1) return 'FAILED: no test ran to a result';
  return `${passed} passed${failed ? `, ${failed} FAILED` : ''}${skipped ? `, ${skipped} skipped` : ''}`;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

try {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = choose(values.only);
  await prepare();
  mkdirSync(join(root, 'test/out'), { recursive: true });
  for (const step of chosen) await take(step);
} catch (error) {
  total.failed += 1;
  console.log(error instanceof Error ? error.message : error);
}
// Once more at the end, where it is not overlooked.
for (const line of notRun) console.log(line);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
