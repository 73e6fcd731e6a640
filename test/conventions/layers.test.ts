import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { layerTable, type Module, modules } from './layerTable';
import { lintOverlay } from './lintOverlay';

interface Case {
  readonly layer: string;
  readonly module: Module;
  readonly path: string;
  readonly specifier: string;
}

const cases: Case[] = Object.entries(layerTable).flatMap(([layer, { file }]) =>
  Object.entries(modules).flatMap(([module, targets]) =>
    targets.map((target, at) => {
      const path = file.replace('*', `case${Object.keys(modules).indexOf(module)}x${at}`);
      return { layer, module: module as Module, path, specifier: specifier(path, target) };
    }),
  ),
);

function specifier(from: string, target: string): string {
  if (!/^(src|entrypoints)\//.test(target)) return target;
  const relative = posix.relative(posix.dirname(from), target);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

const forms: Readonly<Record<string, string>> = {
  'import type': "import type { a } from '../chain/client';\n\nexport type B = typeof a;\n",
  're-export': "export { a } from '../chain/client';\n",
  'dynamic import': "export const a = () => import('../chain/client');\n",
  'side effect': "import '../chain/client';\n",
};

const rule = 'lint/style/noRestrictedImports';
let broken: Map<string, string[]>;
const refused = (path: string) => broken.get(path)?.includes(rule) ?? false;

beforeAll(() => {
  const files = new Map(cases.map((each) => [each.path, `import { a } from '${each.specifier}';\n\na();\n`]));
  for (const [form, text] of Object.entries(forms)) files.set(`src/ui/${form.replace(' ', '-')}.ts`, text);
  files.set('test/support/wiring.ts', "import { a } from '../../entrypoints/background';\n\na();\n");
  files.set('src/view/north.ts', "import { south } from './south';\n\nexport const north = () => south();\n");
  files.set('src/view/south.ts', "import { north } from './north';\n\nexport const south = () => north();\n");
  broken = lintOverlay(files);
});

describe('a layer imports what its row says and nothing else', () => {
  test.each(Object.entries(layerTable))('%s', (layer, { may }) => {
    const own = cases.filter((each) => each.layer === layer);
    const allowed = own.filter(({ path }) => !refused(path)).map((each) => each.specifier);
    expect(allowed).toEqual(own.filter(({ module }) => may.includes(module)).map((each) => each.specifier));
  });
});

test.each(Object.keys(forms))('%s is an import too', (form) => {
  expect(refused(`src/ui/${form.replace(' ', '-')}.ts`)).toBe(true);
});

test('nothing imports entrypoints, tests included', () => {
  expect(refused('test/support/wiring.ts')).toBe(true);
});

test('imports go in no circle', () => {
  expect(broken.get('src/view/north.ts')).toContain('lint/suspicious/noImportCycles');
});

test('every folder of src has a row', () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url));
  const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !(name in layerTable))).toEqual([]);
});
