import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { buildAbis } from '../package/buildAbis';

const modules = import.meta.glob<Record<string, unknown>>('../../src/**/abi.ts', { eager: true });
const others = ['../../src/chain/multicall.ts', '../../src/protocols/blockTime.ts'];

/** The module as the build leaves it. */
function built(path: string): string {
  const file = fileURLToPath(new URL(path, import.meta.url));
  const { transform } = buildAbis() as { transform(code: string, id: string): { code: string } | null };
  return transform(readFileSync(file, 'utf8'), file)?.code ?? '';
}

it.each([...Object.keys(modules), ...others])('%s is shipped without a call of the parser', (path) => {
  expect(built(path)).toContain('"type":"function"');
  expect(built(path)).not.toContain('parseAbi(');
});

it.each(Object.entries(modules))('%s is shipped as it is tested', (path, exported) => {
  const abis = Object.entries(exported).filter(([name]) => name.endsWith('Abi'));
  expect(abis).not.toEqual([]);
  for (const [name, abi] of abis) expect(built(path)).toContain(`${name} = ${JSON.stringify(abi)}`);
});
