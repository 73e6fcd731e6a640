import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, type as system, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../support/chromium.mjs';
import type { Table } from './table';

const file = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

/** The page of all figures, from one run on one machine. */
export async function document(tables: readonly Table[]): Promise<void> {
  const [cpu] = cpus();
  const chromium = execFileSync((await findChromium()) ?? 'chromium', ['--version'], { encoding: 'utf8' });
  const text = [
    '# Benchmarks',
    'Made by `npm run bench`; not edited by hand. All of it is one run on one machine, so the ratios mean more than the figures.',
    `${system()}, ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB · Node ${process.versions.node} · ${chromium.trim()}`,
    ...tables.map(section),
  ];
  writeFileSync(file, `${text.join('\n\n')}\n`);
  execFileSync('biome', ['format', '--write', file]);
}

function section({ title, head, rows, notes = [] }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [`## ${title}`, '', ...[head, rule, ...rows].map(line), ...notes.map((note) => `\n${note}`)].join(
    '\n',
  );
}
