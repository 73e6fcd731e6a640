import type { Plugin } from 'vite';

/** Errors of encoding and decoding: what a person is told of them is our own (src/chain, src/protocols). */
const ERRORS = /\/viem\/_esm\/errors\/(abi|address|base|cursor|data|encoding)\.js$/;
const CURSOR = '/viem/_esm/utils/cursor.js';

/** Each error by its name alone. @throws where the text has no errors */
export function slimErrors(text: string): string {
  const names = [...text.matchAll(/^export class (\w+) /gm)].map(([, name]) => name);
  if (names.length === 0) throw new Error('The text has no errors.');
  return names.map((name) => `export class ${name} extends Error { message = '${name}' }\n`).join('');
}

/** How the decoder moves and reads; the rest reads single numbers and writes. */
const MOVES = [
  'assertReadLimit',
  'assertPosition',
  'getReadCount',
  'inspectBytes',
  'readBytes',
  'setPosition',
  '_touch',
];
const MOVE = /^ {4}(\w+)\([^)]*\) \{\n[\s\S]*?^ {4}},\n/gm;

/** @throws where the text has not got one of the methods that are kept */
export function slimCursor(text: string): string {
  const missing = new Set(MOVES);
  const less = text.replace(MOVE, (method, name: string) => (missing.delete(name) ? method : ''));
  if (missing.size > 0) throw new Error(`The text has no ${[...missing]}`);
  return less;
}

const SIGNATURE = '/viem/_esm/utils/hash/toSignature.js';

/** Of a function in an ABI. One that is written out in src is so in its plain form: that needs no parser. */
export const plainSignature = `
  const typeOf = ({ type, components }) =>
    components ? '(' + components.map(typeOf) + ')' + type.slice('tuple'.length) : type;
  export const toSignature = (of) => (of.name ? of.name + '(' + of.inputs.map(typeOf) + ')' : of);
`;

/** viem without the sentences of its errors, what its cursor can do besides, and other ways to write a signature. */
export const slimViem = (): Plugin => ({
  name: 'slim-viem',
  enforce: 'pre',
  transform(code, id) {
    if (ERRORS.test(id)) return { code: slimErrors(code), map: null };
    if (id.endsWith(SIGNATURE)) return { code: plainSignature, map: null };
    return id.endsWith(CURSOR) ? { code: slimCursor(code), map: null } : null;
  },
});
