import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultRows, playwrightResults, vitestResults } from './faults.mjs';
import { prepare, root } from './prepare.mjs';
import { runTool } from './run.mjs';

const TITLES = 'faults? [0-9]|threat: ';

/** Runs the tests that name a fault or a threat, and no other; the table says what came of it. */
async function run(files) {
  await prepare();
  mkdirSync(join(root, 'test/out'), { recursive: true });
  for (const file of Object.values(files)) rmSync(file, { force: true });
  const vitest = ['vitest', 'run', '--config=test/vitest.config.ts', '--reporter=json', '-t', TITLES];
  const playwright = ['playwright', 'test', '--config=test/e2e/playwright.config.ts', '--reporter=json'];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: files.playwright };
  for (const [tool, options] of [
    [['wxt', 'build'], {}],
    [[...vitest, `--outputFile.json=${files.vitest}`], { minutes: 20 }],
    [[...playwright, '--grep', TITLES], { minutes: 20, env }],
  ]) {
    const { code, output } = await runTool(root, tool, options);
    if (code !== 0) console.log(output.trim());
  }
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** With --reports the tests are not run: what the whole run has left is looked at, and only for tests that were lost. */
const { values } = parseArgs({ options: { reports: { type: 'boolean', default: false } } });
const name = values.reports ? '' : 'faults.';
const files = {
  vitest: join(root, `test/out/${name}vitest.json`),
  playwright: join(root, `test/out/${name}playwright.json`),
};
if (!values.reports) await run(files);
const results = [...vitestResults(read(files.vitest)), ...playwrightResults(read(files.playwright))];
const rows = faultRows(read(join(root, 'test/faults.json')), results);
for (const { mark, name, tests, outcome } of rows) {
  console.log(`${mark.padStart(6)}  ${name.padEnd(32)}  ${String(tests).padStart(3)}  ${outcome}`);
}
const count = (outcome) => rows.filter((row) => row.outcome === outcome).length;
console.log(
  `${count('held')} held, ${count('FAILED')} failed, ${rows.length - count('held') - count('FAILED')} without a test`,
);
const ok = values.reports ? count('NO TEST') === 0 : count('held') === rows.length;
process.exitCode = ok ? 0 : 1;
