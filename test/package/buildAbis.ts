import { parseAbi } from 'viem';
import type { Plugin } from 'vite';

/** parseAbi of a list of plain strings, with comments between them; any other use of it is left to run in the browser. */
const CALL = /\bparseAbi\((\[(?:\s|,|'[^'\\]*'|\/\/.*)+\])\)/g;

const linesOf = (list: string): string[] =>
  [...list.matchAll(/\/\/.*|'([^']*)'/g)].flatMap(([, line]) => line ?? []);

/** ABIs are written as people read them and shipped as viem wants them, so that their parser need not be shipped. */
export const buildAbis = (): Plugin => ({
  name: 'build-abis',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/.*\.ts$/.test(id) && code.includes('parseAbi(')
      ? { code: code.replace(CALL, (_, list: string) => JSON.stringify(parseAbi(linesOf(list)))), map: null }
      : null,
});
