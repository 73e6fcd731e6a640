import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { protocols } from '../../src/protocols/registry';

const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const folders = readdirSync(new URL('src/protocols', root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** As README's table calls them. */
const called: Readonly<Record<string, string>> = {
  aaveV2: 'Aave v2',
  aaveV3: 'Aave v3',
  aaveV4: 'Aave v4',
  compoundV2: 'Compound v2',
  compoundV3: 'Compound v3',
  morphoBlue: 'Morpho Blue',
  spark: 'SparkLend',
};

it('every protocol folder is in the registry, and nothing else is', () => {
  expect(protocols.map(({ id }) => id).sort()).toEqual(folders.sort());
});

describe.each(protocols.map((protocol) => [protocol.id, protocol] as const))('%s', (id, protocol) => {
  it('has tests on the real contracts or their recorded answers', () => {
    const folder = new URL(`test/${id}/`, root);
    expect(existsSync(folder)).toBe(true);
    const tests = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
    const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
    expect(tests.length).toBeGreaterThan(0);
    expect(sources.some((source) => /localnet\/|vectors|replay\//.test(source))).toBe(true);
  });

  it('has a row in the README', () => {
    expect(readme).toMatch(new RegExp(`^\\| ${called[id]}\\b`, 'm'));
  });

  it('names each of its markets once on a chain', () => {
    const places = protocol.markets.map(({ chainId, address }) => `${chainId}:${address.toLowerCase()}`);
    expect(places.length).toBeGreaterThan(0);
    expect(new Set(places).size).toBe(places.length);
    for (const market of protocol.markets) expect(market.protocol).toBe(id);
  });
});
