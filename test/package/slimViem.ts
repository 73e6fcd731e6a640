import type { Plugin } from 'vite';
import { cut } from './cut';

/** Errors of encoding and decoding: what a person is told of them is our own (src/chain, src/protocols). */
const ERRORS = /\/viem\/_esm\/errors\/(abi|address|base|cursor|data|encoding)\.js$/;
const ITEM = '/viem/_esm/utils/abi/getAbiItem.js';

/** What comes behind the first of the functions that have the name: no ABI of ours has two. */
const OVERLOADS =
  /(?<=if \(abiItems\.length === )1\)\n[\s\S]*(?=\n}\n\/\*\* @internal \*\/\nexport function isArgOfType)/;
const REFUSED = "1)\n        return abiItems[0];\n    throw Error('Two functions have the name ' + name);";

/** Functions are asked for by name, never by selector. */
const SELECTORS = /const isSelector = .*;/;

/** Each error by its name alone. @throws where the text has no errors */
export function slimErrors(text: string): string {
  const names = [...text.matchAll(/^export class (\w+) /gm)].map(([, name]) => name);
  if (names.length === 0) throw new Error('The text has no errors.');
  return names.map((name) => `export class ${name} extends Error { message = '${name}' }\n`).join('');
}

/** @throws where the text is not that of the version this was written for */
export const slimItem = (text: string): string =>
  cut(cut(text, OVERLOADS, REFUSED), SELECTORS, 'const isSelector = false;');

/** viem without the sentences of its errors and the search for the right one of several functions of one name. */
export const slimViem = (): Plugin => ({
  name: 'slim-viem',
  enforce: 'pre',
  transform(code, id) {
    if (ERRORS.test(id)) return { code: slimErrors(code), map: null };
    return id.endsWith(ITEM) ? { code: slimItem(code), map: null } : null;
  },
});
