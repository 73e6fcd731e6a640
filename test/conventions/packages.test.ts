import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const own = JSON.parse(read('package.json'));
const locked = Object.entries<Locked>(JSON.parse(read('package-lock.json')).packages).filter(
  ([path]) => path,
);

/** Licences that would reach into what we ship. "(MIT OR GPL-3.0)" leaves us the choice and is fine. */
const binding = ({ license = '' }: Locked) =>
  license.split(/\s+OR\s+/i).every((choice) => /\b(A?GPL|BUSL)/i.test(choice));

test('no runtime package is under the BUSL, the AGPL or the GPL', () => {
  const runtime = locked.filter(([, { dev }]) => !dev);
  expect(runtime.length).toBeGreaterThan(0);
  expect(runtime.filter(([, entry]) => binding(entry)).map(([path]) => path)).toEqual([]);
});

test.each(['dependencies', 'devDependencies', 'overrides'])('every version in %s is exact', (group) => {
  const versions = Object.entries<string>(own[group]);
  expect(versions.filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(locked.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
});

test('the lock file holds the binaries of every platform (npm run lock)', () => {
  const names = new Set(locked.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13)));
  const wanted = locked.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});
