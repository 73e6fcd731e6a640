import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { noteThirdParty, packageOf, thirdPartyText } from './thirdParty';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whose code goes out to everybody: a name more is a decision. */
const shipped = [
  '@aave-dao/aave-address-book',
  '@aklinker1/zero-serialize-error',
  '@noble/hashes',
  '@webext-core/messaging',
  '@wxt-dev/browser',
  '@wxt-dev/storage',
  'abitype',
  'decimal.js',
  'preact',
  'superlock',
  'valibot',
  'viem',
  'vite',
  'wxt',
];

describe.each(['chrome', 'firefox'])('the package for %s', (browser) => {
  const text = readFileSync(`${root}/.output/${browser}-mv3/THIRD-PARTY.txt`, 'utf8');
  const named = text.split(`${'-'.repeat(80)}\n\n`).slice(1);
  const entries = named.map((part) => /^(\S+) (\S+) \((.+)\)\n/.exec(part)?.slice(1) ?? []);

  it('holds code of these packages and no others, and their licences', () => {
    expect(entries.map(([name]) => name)).toEqual(shipped);
    for (const part of named) expect(part).toMatch(/Permission is hereby granted|comes without the licence/);
  });

  it('holds nothing under the GPL, the AGPL or the BUSL', () => {
    expect(entries.filter(([, , licence]) => licence !== 'MIT')).toEqual([]);
  });
});

test('the bill of materials (npm run sbom) names each of them', () => {
  const said = execFileSync('npm', ['run', '-s', 'sbom'], { cwd: root, encoding: 'utf8', shell: true });
  const { bomFormat, components } = JSON.parse(said) as { bomFormat: string; components: { name: string }[] };
  expect(bomFormat).toBe('CycloneDX');
  const names = new Set(components.map(({ name }) => name));
  expect(shipped.filter((name) => !names.has(name))).toEqual([]);
}, 60_000);

test.each([
  ['/home/me/plimsoll/src/risk/level.ts', null],
  ['/a/node_modules/viem/_esm/utils/abi.js', 'node_modules/viem'],
  ['C:\\a\\node_modules\\@noble\\hashes\\esm\\sha3.js', 'node_modules/@noble/hashes'],
  [
    '/a/node_modules/viem/node_modules/@noble/curves/x.js?inline',
    'node_modules/viem/node_modules/@noble/curves',
  ],
  ['\0vite/preload-helper.js', 'node_modules/vite'],
  ['\0virtual:wxt-background-entrypoint?/a/background.ts', 'node_modules/wxt'],
  ['virtual:wxt-background-entrypoint?/a/background.ts', 'node_modules/wxt'],
])('the module %j is of %j', (id, folder) => {
  expect(packageOf(id)).toBe(folder);
});

test('only a package of which something is left is noted, with the licence that it comes with', () => {
  const into = new Set<string>();
  const { generateBundle } = noteThirdParty(into) as unknown as {
    generateBundle(options: null, bundle: object): void;
  };
  const modules = {
    [`${root}/node_modules/solc/index.js`]: { renderedLength: 0 },
    [`${root}/node_modules/@aave/core-v3/x.js`]: { renderedLength: 9 },
  };
  generateBundle(null, { 'a.js': { type: 'chunk', modules }, 'a.css': { type: 'asset' } });
  expect([...into]).toEqual(['node_modules/@aave/core-v3']);
  expect(thirdPartyText(into, root)).toContain('@aave/core-v3 1.19.3 (BUSL-1.1)');
});
