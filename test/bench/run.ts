import '../../src/i18n/withoutBrowser';
import { asShipped } from './asShipped';
import { type Table, written } from './table';

/** Every bench, loaded only when it is asked for. */
const benches: Record<string, () => Promise<Table>> = {
  risk: async () => ((await asShipped('risk')) as { risk: () => Table }).risk(),
  whatIf: async () => ((await asShipped('whatIf')) as { whatIf: () => Table }).whatIf(),
  agreement: async () => (await import('./agreement')).agreement(),
  requests: async () => (await import('./requests')).requests(),
  badge: async () => (await import('./badge')).badge(),
};

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench "${name}", only ${Object.keys(benches).join(', ')}.`);
  console.log(written(await bench()));
}
process.exit(0);
