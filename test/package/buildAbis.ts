import { type Abi, parseAbi } from 'viem';
import type { Plugin } from 'vite';

/** parseAbi of a list of plain strings, with comments between them; any other use of it is left to run in the browser. */
const CALL = /\bparseAbi\((\[(?:\s|,|'[^'\\]*'|\/\/.*)+\])\)/g;

const linesOf = (list: string): string[] =>
  [...list.matchAll(/\/\/.*|'([^']*)'/g)].flatMap(([, line]) => line ?? []);

/** What encoding and decoding have no use for: names of arguments and answers, but for those of a struct's parts. */
const IDLE = new Set(['stateMutability', 'indexed']);
const lean = (abi: Abi): unknown =>
  abi.map((item) =>
    Object.fromEntries(
      Object.entries(item)
        .filter(([key]) => !IDLE.has(key))
        .map(([key, value]) => [key, Array.isArray(value) ? value.map(({ name, ...rest }) => rest) : value]),
    ),
  );

/** ABIs are written as people read them and shipped as viem wants them, so that their parser need not be shipped. */
export const buildAbis = (): Plugin => ({
  name: 'build-abis',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/.*\.ts$/.test(id) && code.includes('parseAbi(')
      ? {
          code: code.replace(CALL, (_, list: string) => JSON.stringify(lean(parseAbi(linesOf(list))))),
          map: null,
        }
      : null,
});
