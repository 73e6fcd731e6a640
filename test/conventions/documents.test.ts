import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import own from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const inFolder = (folder: string, end: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => join(folder, name));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const documents = [...inFolder('.', '.md'), ...inFolder('docs', '.md')];
const scripts = ['.ci/run', ...inFolder('.github/workflows', '.yml')];

/** As GitHub makes it of a heading. */
const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

function broken(file: string, target: string): boolean {
  if (/^[a-z]+:/.test(target)) return !URL.canParse(target) || !target.startsWith('https://');
  const [path = '', anchor] = target.split('#');
  const place = path ? join(dirname(file), path) : file;
  if (!existsSync(join(root, place))) return true;
  return anchor !== undefined && !anchorsIn(read(place)).includes(anchor);
}

describe.each(documents)('%s', (file) => {
  const text = read(file);

  it('has no link that leads nowhere', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)|\b(?:src|srcset|href)="([^"]+)"/g)];
    expect(targets.map(([, link, source]) => link ?? source ?? '').filter((to) => broken(file, to))).toEqual(
      [],
    );
  });

  it('names no file that does not exist', () => {
    const named = [...text.matchAll(/`((?:src|test|docs|entrypoints|assets|\.ci|\.github)\/[\w./-]+)`/g)];
    // CONTRIBUTING.md's example, which its own test makes and removes.
    const paths = named.map(([, path = '']) => path).filter((path) => !path.includes('/tinyVault/'));
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe.each([...documents, ...scripts])('%s', (file) => {
  it('names no command that does not exist', () => {
    const named = [...read(file).matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)];
    const commands = named.map(([, run, short]) => run ?? short ?? '');
    expect(commands.filter((name) => !(name in own.scripts))).toEqual([]);
  });
});

describe.each(inFolder('.github/workflows', '.yml'))('%s', (file) => {
  it('takes every action by its full commit', () => {
    const used = [...read(file).matchAll(/\buses:\s*(\S+)/g)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });
});
