import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixedTexts, phrases, sources, usesIn } from './textUses';

interface Texts {
  readonly [name: string]: string | Texts;
}

const folder = new URL('../../assets/locales/', import.meta.url);

const flat = (texts: Texts, before = ''): [string, string][] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [[before + name, text]] : flat(text, `${before}${name}.`),
  );

const textsOf = (language: string): Map<string, string> =>
  new Map(flat(JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8'))));

const languages = readdirSync(folder).map((name) => name.replace('.json', ''));
const english = textsOf('en');
const placeholders = (text = ''): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')),
];
const found = await sources();
const uses = found.flatMap(usesIn);

/** What is called the same everywhere. */
const NAMES = ['Plimsoll', '0x…'];

/** Names of chains, contracts' forms, and the two codes that a rule puts together. */
const NO_WORDS =
  /^(OP Mainnet|(BNB|World|Robinhood) Chain|struct .+|function .+|Compound has paused .+ in this market)$/;

/** The manifest's own. */
const IN_THE_MANIFEST = ['summary'];

describe.each(languages)('the texts in %s', (language) => {
  const texts = textsOf(language);

  it('describe it as short as the stores ask for', () => {
    expect(texts.get('summary')?.length).toBeLessThanOrEqual(132);
  });

  it('are those of English, with the same values in them', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of english)
      expect([key, ...placeholders(texts.get(key)).sort()]).toEqual([key, ...placeholders(text).sort()]);
  });

  it('have as many forms, nothing that Chrome would fill in, and names that it takes', () => {
    for (const [key, text] of texts) {
      expect([key, text]).not.toEqual([key, expect.stringContaining('$')]);
      expect([key, text.split(' | ').length]).toEqual([key, english.get(key)?.split(' | ').length]);
      expect(key).toMatch(/^[a-zA-Z0-9.]+$/);
    }
    const names = [...texts.keys()].map((key) => key.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('say which language they are in', () => {
    expect(texts.get('locale.language')).toBe(language);
  });
});

it('there are three languages, and many uses of their texts', () => {
  expect(languages.sort()).toEqual(['ar', 'en', 'es']);
  expect(uses.length).toBeGreaterThan(400);
});

it('every use names its text in a way that can be followed', () => {
  expect(uses.filter(({ keys }) => keys.length === 0)).toEqual([]);
});

it('every use gives its text the values that it has, and no others', () => {
  for (const { path, keys, values } of uses) {
    for (const key of keys) {
      const meant = [...english].filter(([name]) => key.test(name));
      expect([path, `${key}`, meant.length > 0]).toEqual([path, `${key}`, true]);
      for (const [name, text] of meant)
        expect([path, name, values === null ? null : [...values].sort()]).toEqual([
          path,
          name,
          placeholders(text).sort(),
        ]);
    }
  }
});

it('every text is used', () => {
  const keys = uses.flatMap((use) => use.keys);
  const unused = [...english.keys()].filter((name) => !keys.some((key) => key.test(name)));
  expect(unused).toEqual(IN_THE_MANIFEST);
});

it('no words stand in the source of what is shown', () => {
  const shown = found.filter(({ path }) => /^\/?src\/ui\//.test(path));
  expect(shown.length).toBeGreaterThan(50);
  const fixed = shown.flatMap((source) => fixedTexts(source).map((text) => `${source.path}: ${text}`));
  expect(fixed.filter((each) => !NAMES.some((name) => each.endsWith(`: ${name}`)))).toEqual([]);
});

it('nor in what is told, but for the words that rules and sums have as codes', () => {
  const within = (folders: RegExp) => found.filter(({ path }) => folders.test(path));
  const codes = new Set(within(/^\/?src\/(risk|page|protocols\/\w+\/rules)/).flatMap(phrases));
  const told = within(/^\/?src\/(view|watch|chain|platform)\//);
  expect(told.length).toBeGreaterThan(80);
  const said = told.flatMap((source) => phrases(source).map((text) => ({ path: source.path, text })));
  expect(said.filter(({ text }) => !codes.has(text) && !NO_WORDS.test(text))).toEqual([]);
});
