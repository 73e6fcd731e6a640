import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import * as whole from 'valibot';
import { expect, it } from 'vitest';
import { slim } from './slimValibot';

const SEED = 20261121;
const file = new URL('../../node_modules/valibot/dist/index.mjs', import.meta.url);
const text = readFileSync(file, 'utf8');

type Valibot = typeof whole;
type Form = whole.GenericSchema;
/** A form, made by either of the two. */
type Make = (v: Valibot) => Form;

const load = (code: string): Promise<Valibot> =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);

const FIELDS = ['a', 'b', 'toString', 'constructor', ''];
const NAMES = [...FIELDS, '__proto__', 'prototype'];

const texts = fc.constantFrom('', 'a', 'ab', 'abc', '0x1', '1', ' ', 'light', 'toString');
const numbers = fc.constantFrom(0, -0, 1, -1, 1.5, 2, 2 ** 53, -(2 ** 53), NaN, Infinity, -Infinity);

/** What JSON and structured clones can bring. */
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    texts,
    numbers,
    fc.constantFrom<unknown>(null, true, false, undefined, 10n, new Date(0), new Map()),
    fc.array(tie('anything'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...NAMES), tie('anything')), { maxLength: 4 }).map(Object.fromEntries),
  ),
}));

/** Every form that src and entrypoints are made of. */
const simple: readonly Make[] = [
  (v) => v.string(),
  (v) => v.boolean(),
  (v) => v.number(),
  (v) => v.unknown(),
  (v) => v.picklist(['light', '1']),
  (v) => v.pipe(v.string(), v.regex(/^a/), v.maxLength(2)),
  (v) =>
    v.pipe(
      v.string(),
      v.minLength(2),
      v.transform((text) => `${text}!`),
    ),
  (v) => v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  (v) => v.pipe(v.number(), v.finite(), v.maxValue(1)),
  (v) =>
    v.pipe(
      v.unknown(),
      v.check((value) => typeof value === 'object'),
    ),
  // Would throw if it were asked of what is no such object.
  (v) =>
    v.pipe(
      v.object({ a: v.string() }),
      v.check(({ a }) => a.trim() !== ''),
    ),
];

const { form } = fc.letrec<{ form: Make }>((tie) => {
  const part = tie('form');
  const of = (make: (v: Valibot, part: Form) => Form) =>
    part.map(
      (inner): Make =>
        (v) =>
          make(v, inner(v)),
    );
  const entries = fc.array(fc.tuple(fc.constantFrom(...FIELDS), part, fc.boolean()), { maxLength: 3 });
  const named = (make: (v: Valibot, entries: Record<string, Form>) => Form) =>
    entries.map(
      (all): Make =>
        (v) => {
          const made = all.map(([name, inner, may]) => [name, may ? v.exactOptional(inner(v)) : inner(v)]);
          return make(v, Object.fromEntries(made));
        },
    );
  return {
    form: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...simple),
      of((v, inner) => v.nullable(inner)),
      of((v, inner) => v.array(inner)),
      of((v, inner) => v.pipe(v.array(inner), v.minLength(1), v.maxLength(2))),
      of((v, inner) => v.record(v.pipe(v.string(), v.maxLength(3)), inner)),
      fc.tuple(part, part).map(
        ([a, b]): Make =>
          (v) =>
            v.tuple([a(v), b(v)]),
      ),
      named((v, fields) => v.object(fields)),
      named((v, fields) => v.strictObject(fields)),
    ),
  };
});

it(`says of any value what the whole says, and makes the same of it (seed ${SEED})`, async () => {
  const part = await load(slim(text));
  const count = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(form, anything, (make, value) => {
      const said = part.safeParse(make(part), value);
      const told = whole.safeParse(make(whole), value);
      // Vitest's own comparison stumbles over a field that is called "constructor".
      expect([said.success, isDeepStrictEqual(said.output, told.output)]).toEqual([told.success, true]);
      expect(part.is(make(part), value)).toBe(whole.is(make(whole), value));
      count[said.success ? 'taken' : 'refused']++;
    }),
    { numRuns: 20_000, seed: SEED },
  );
  expect(Math.min(count.taken, count.refused)).toBeGreaterThan(1_000);
});

it('gives no reasons', async () => {
  const part = await load(slim(text));
  expect(part.safeParse(part.object({ a: part.string() }), { a: 1 }).issues).toEqual([{}]);
});

it.each(['function _addIssue(', 'const pathItem = {', 'function _standardSchema('])(
  'is not made where the text has no %s',
  (piece) => {
    expect(text).toContain(piece);
    expect(() => slim(text.replaceAll(piece, piece.replace(/\w+(?=\W*$)/, 'another')))).toThrow(
      'The text has no',
    );
  },
);
