import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../src/model/position';
import { isLending } from '../../src/page/hosts';
import { protocols } from '../../src/protocols/registry';
import { rulesOf } from '../../src/risk/rules';

const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
/** What all protocols share about price feeds; it reads no market. */
const SHARED = ['oracles'];
const folders = readdirSync(new URL('src/protocols', root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => !SHARED.includes(name));

it('every protocol folder is in the registry, and nothing else is', () => {
  expect(protocols.map(({ id }) => id).sort()).toEqual(folders.sort());
});

it('outside of its folder a protocol is known to the registry alone', () => {
  const outside = readdirSync(new URL('src', root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/[/\\]protocols[/\\]/.test(path));
  expect(outside.length).toBeGreaterThan(100);
  const words = folders.map((id) => `protocols/${id}\\b|'${id}'`).join('|');
  // Sites have the names of protocols, and the calculator judges by the rules of one.
  const known = [join('page', 'site.ts'), join('risk', 'calculator.ts')];
  const telling = outside.filter((path) => new RegExp(words).test(readFileSync(path, 'utf8')));
  expect(telling.filter((path) => !known.some((end) => path.endsWith(end)))).toEqual([]);
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

  it('has rules that every surface can run', () => {
    const position = { market: protocol.markets[0] } as Position;
    expect(Object.keys(rulesOf(position))).toEqual(
      expect.arrayContaining(['healthFactor', 'liquidatable', 'along', 'seizure']),
    );
  });

  it('sends its owners to a site that Plimsoll knows', () => {
    const index = readFileSync(new URL(`src/protocols/${id}/index.ts`, root), 'utf8');
    const [, app = ''] = /'(https:[^']+)'/.exec(index) ?? [];
    expect(isLending(new URL(app))).toBe(true);
  });

  it('has a row in the README', () => {
    expect(readme).toMatch(new RegExp(`^\\| ${protocol.name}\\b`, 'm'));
  });

  it('names each of its markets once on a chain', () => {
    const places = protocol.markets.map(({ chainId, address }) => `${chainId}:${address.toLowerCase()}`);
    expect(places.length).toBeGreaterThan(0);
    expect(new Set(places).size).toBe(places.length);
    for (const market of protocol.markets) expect(market.protocol).toBe(id);
  });
});
