import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type AbiParameter, toFunctionSignature } from 'viem';
import { expect, it } from 'vitest';
import { plainSignature, slimCursor, slimErrors } from './slimViem';

const SEED = 20261121;

const textOf = (name: string): string =>
  readFileSync(new URL(`../../node_modules/viem/_esm/${name}.js`, import.meta.url), 'utf8');

const moduleOf = (text: string) =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);

it('keeps every error, with its name for a message', async () => {
  const text = textOf('errors/abi');
  const errors = await moduleOf(slimErrors(text));
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

const { parameters } = fc.letrec<{ parameters: AbiParameter[] }>((tie) => {
  const [name, size] = [fc.constantFrom('', 'amount'), fc.constantFrom('', '[]', '[2]', '[][3]')];
  const plain = fc.tuple(fc.constantFrom('uint256', 'address', 'bytes', 'bool'), size, name);
  const struct = fc.tuple(tie('parameters'), size, name);
  const parameter = fc.oneof(
    { depthSize: 'small' },
    plain.map(([type, size, name]) => ({ type: type + size, name })),
    struct.map(([components, size, name]) => ({ type: `tuple${size}`, name, components })),
  );
  return { parameters: fc.array(parameter, { maxLength: 4 }) };
});

it(`writes the signature of every function as viem does (seed ${SEED})`, async () => {
  const { toSignature: plainly } = await moduleOf(plainSignature);
  fc.assert(
    fc.property(parameters, (inputs) => {
      const fn = { type: 'function', name: 'take', inputs, outputs: [], stateMutability: 'view' } as const;
      expect(plainly(fn)).toBe(toFunctionSignature(fn));
    }),
    { numRuns: 1000, seed: SEED },
  );
});

it('finds the signatures in src as viem would put them', async () => {
  const { toSignature: plainly } = await moduleOf(plainSignature);
  const src = new URL('../../src/', import.meta.url);
  const written = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .map((file) => readFileSync(new URL(file, src), 'utf8'))
    .filter((text) => /to(Event|Function)Selector/.test(text))
    .flatMap((text) => [...text.matchAll(/'([^'\n]*\([^'\n]*\))'/g)].map(([, signature = '']) => signature));
  expect(written).toContain('LiquidatablePosition()');
  expect(written.length).toBeGreaterThan(8);
  expect(written.map((signature) => plainly(signature))).toEqual(
    written.map((each) => toFunctionSignature(each)),
  );
});
