import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { slimCursor, slimErrors } from './slimViem';

const textOf = (name: string): string =>
  readFileSync(new URL(`../../node_modules/viem/_esm/${name}.js`, import.meta.url), 'utf8');

it('keeps every error, with its name for a message', async () => {
  const text = textOf('errors/abi');
  const errors = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(slimErrors(text))}`
  );
  expect(Object.keys(errors)).toHaveLength(text.match(/^export class/gm)?.length ?? 0);
  const error = new errors.AbiEncodingLengthMismatchError({ expectedLength: 1, givenLength: 2 });
  expect(error).toBeInstanceOf(Error);
  expect(error.message).toBe('AbiEncodingLengthMismatchError');
});

it('keeps what the decoder calls of the cursor, and what that calls', () => {
  const less = slimCursor(textOf('utils/cursor'));
  const called = [textOf('utils/abi/decodeAbiParameters'), less].flatMap((text) =>
    [...text.matchAll(/\b(?:cursor|this)\.(\w+)\(/g)].map(([, name]) => name),
  );
  expect(called).toContain('readBytes');
  for (const name of called) expect(less).toMatch(new RegExp(`^ {4}${name}\\(`, 'm'));
  expect(less).not.toContain('pushUint8');
});

it.each(['readBytes', '_touch'])('is not made where the text has no %s', (name) => {
  expect(() => slimCursor(textOf('utils/cursor').replace(`    ${name}(`, '    other('))).toThrow(
    `The text has no ${name}`,
  );
});

it('is not made of a text without errors', () => {
  expect(() => slimErrors('export const none = 0;')).toThrow('The text has no errors.');
});
