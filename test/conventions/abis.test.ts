import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Abi, type AbiFunction, type AbiParameter, toFunctionSelector } from 'viem';
import { expect, it } from 'vitest';
import { buildAbis } from '../package/buildAbis';

const modules = import.meta.glob<Record<string, unknown>>('../../src/**/abi.ts', { eager: true });
const others = ['../../src/protocols/purse.ts', '../../src/protocols/blockTime.ts'];

/** Of a struct the names count: they are the keys of what is decoded. */
const nameless = ({ name, ...rest }: AbiParameter): unknown => rest;

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

const one = (abi: Abi, name: string) => abi.filter((item) => 'name' in item && item.name === name);

it.each(Object.entries(modules))(
  '%s is shipped so that it encodes and decodes as it is tested',
  (path, exported) => {
    const text = built(path);
    const abis = Object.entries(exported).filter(([name]) => name.endsWith('Abi')) as [string, Abi][];
    expect(abis).not.toEqual([]);
    for (const [name, abi] of abis) {
      const [, shipped] = text.match(new RegExp(`${name} = (\\[.*\\]);`)) ?? [];
      const lean = JSON.parse(shipped ?? '[]') as AbiFunction[];
      expect(lean.map(toFunctionSelector)).toEqual(
        abi.map((item) => toFunctionSelector(item as AbiFunction)),
      );
      for (const [index, item] of (abi as readonly AbiFunction[]).entries()) {
        expect(one(abi, item.name)).toHaveLength(1); // src/protocols/contract.ts takes the first of a name
        expect(lean[index]?.outputs.map(nameless)).toEqual(item.outputs.map(nameless));
      }
    }
  },
);
