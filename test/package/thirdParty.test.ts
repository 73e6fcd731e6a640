import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import own from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };
import { noteThirdParty, packageOf, thirdPartyText } from './thirdParty';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whose code goes out to everybody: a name more is a decision. */
const shipped = [
  '@aave-dao/aave-address-book',
  '@aklinker1/zero-serialize-error',
  '@noble/hashes',
  '@webext-core/messaging',
  '@wxt-dev/browser',
  '@wxt-dev/i18n',
  'decimal.js',
  'preact',
  'valibot',
  'viem',
  'vite',
  'wxt',
];

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
  readonly hashes: readonly { readonly content: string }[];
}

describe.each(['chrome', 'firefox'])('the package for %s', (browser) => {
  const text = readFileSync(`${root}/.output/${browser}-mv3/THIRD-PARTY.txt`, 'utf8');
  const named = text.split(`${'-'.repeat(80)}\n\n`).slice(1);
  const entries = named.map((part) => /^(\S+) (\S+) \((.+)\)\n/.exec(part)?.slice(1) ?? []);

  it('holds code of these packages and no others, and their licences', () => {
    expect(entries.map(([name]) => name)).toEqual(shipped);
    for (const part of named) expect(part).toMatch(/Permission is hereby granted|comes without the licence/);
  });

  it('has a bill of materials that names the same, as they are locked', () => {
    const bill = JSON.parse(readFileSync(`${root}/.output/${browser}-mv3/THIRD-PARTY.cdx.json`, 'utf8'));
    expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.5']);
    const told = (bill.components as Component[]).map(({ name, version, licenses: [of] }) => [
      name,
      version,
      of?.license.id,
    ]);
    expect(told).toEqual(entries);
    const viem = (bill.components as Component[]).find(({ name }) => name === 'viem')!;
    expect(viem.purl).toBe(`pkg:npm/viem@${own.dependencies.viem}`);
    expect(Buffer.from(viem.hashes[0]!.content, 'hex').toString('base64')).toBe(
      lock.packages['node_modules/viem'].integrity.replace('sha512-', ''),
    );
  });

  it('holds nothing under the GPL, the AGPL or the BUSL', () => {
    expect(entries.filter(([, , licence]) => licence !== 'MIT')).toEqual([]);
  });
});

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
