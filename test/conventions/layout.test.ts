import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const allowed = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'PRIVACY.md',
  'SECURITY.md',
  'docs',
  'entrypoints',
  'src',
  'assets',
  'test',
  'node_modules',
];

test('the top level stays small enough to read at a glance', () => {
  const names = readdirSync(new URL('../..', import.meta.url)).filter((name) => !name.startsWith('.'));
  expect(names.filter((name) => !allowed.includes(name))).toEqual([]);
});
