import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = '/node_modules/';

/** Code that a tool puts into bundles under names of its own. */
const TOOLS: Readonly<Record<string, string>> = { '\0vite/': 'vite', 'virtual:wxt-': 'wxt' };

/**
 * The package whose code a module is, by Rollup's id of it: its folder's path from the first node_modules on, as in
 * package-lock.json. Null for our own code.
 */
export function packageOf(id: string): string | null {
  const tool = Object.keys(TOOLS).find((prefix) => id.replace(/^\0(?=virtual:)/, '').startsWith(prefix));
  if (tool) return `node_modules/${TOOLS[tool]}`;
  const path = id.replaceAll('\\', '/');
  const first = path.indexOf(FOLDER);
  if (first < 0) return null;
  const last = path.lastIndexOf(FOLDER) + FOLDER.length;
  const [scope = '', name = ''] = path.slice(last).split('/');
  return path.slice(first + 1, last) + (scope.startsWith('@') ? `${scope}/${name}` : scope);
}

/** Writes down every package of which a bundle holds code after all that is unused was left out. */
export function noteThirdParty(into: Set<string>): Plugin {
  return {
    name: 'plimsoll:third-party',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const found = renderedLength > 0 ? packageOf(id) : null;
          if (found) into.add(found);
        }
      }
    },
  };
}

/** A bundler's licence goes on with those of what it holds itself, none of which is in what it makes. */
const own = (licence: string) => licence.split(/^# Licenses of bundled dependencies$/m)[0] ?? '';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

/** THIRD-PARTY.txt: name, version and licence of each package, with the text that it comes with. */
export function thirdPartyText(packages: ReadonlySet<string>, root: string): string {
  const parts = [...packages].sort().map((path) => {
    const folder = join(root, path);
    const { name, version, license, author } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as Manifest;
    const file = readdirSync(folder).find((each) => /^licen[cs]e(\.(md|txt))?$/i.test(each));
    const by = typeof author === 'object' ? author.name : author;
    const text = file
      ? own(readFileSync(join(folder, file), 'utf8')).trim()
      : `The package says “${license}”${by ? ` and “${by}”` : ''}, and comes without the licence's text.`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return ['Plimsoll holds code of these packages.\n', ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}
