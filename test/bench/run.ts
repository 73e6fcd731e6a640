import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import '../../src/i18n/withoutBrowser';
import { asShipped } from './asShipped';
import { document } from './document';
import { type Table, written } from './table';

/** What uses the rules finds them as Vite does, by their folders. */
const throughVite = async <Module>(file: string): Promise<Module> =>
  (await runnerImport<Module>(fileURLToPath(new URL(file, import.meta.url)))).module;

/** Every bench, loaded only when it is asked for. */
const benches: Record<string, () => Promise<Table>> = {
  risk: async () => ((await asShipped('risk')) as { risk: () => Table }).risk(),
  whatIf: async () => ((await asShipped('whatIf')) as { whatIf: () => Table }).whatIf(),
  agreement: async () => (await throughVite<typeof import('./agreement')>('./agreement.ts')).agreement(),
  requests: async () => (await import('./requests')).requests(),
  schedule: async () => (await import('./schedule')).schedule(),
  badge: async () => (await import('./badge')).badge(),
  page: async () => (await import('./browser/page')).page(),
  popup: async () => (await import('./browser/popup')).popup(),
  worker: async () => (await import('./browser/worker')).worker(),
};

const asked = process.argv.slice(2);
const tables: Table[] = [];
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench "${name}", only ${Object.keys(benches).join(', ')}.`);
  const table = await bench();
  console.log(written(table));
  tables.push(table);
}
if (asked.length === 0) await document(tables);
process.exit(0);
