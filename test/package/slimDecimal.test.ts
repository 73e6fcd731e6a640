import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slim } from './slimDecimal';

const require = createRequire(import.meta.url);
const root = new URL('../../', import.meta.url);

/** As its author ships it: what Node requires does not go through the build. */
const Whole: typeof Decimal = require('decimal.js');
const text = readFileSync(new URL('node_modules/decimal.js/decimal.mjs', root), 'utf8');

const SEED = 20261121;

type Method = (...args: unknown[]) => unknown;

const namesOf = (Kind: typeof Decimal): string[] =>
  [Kind.prototype, Kind].flatMap((each) =>
    Object.entries(each)
      .filter(([name, value]) => typeof value === 'function' && /^(?!constructor|default)[a-z]/.test(name))
      .map(([name]) => name),
  );
const kept = namesOf(Decimal);
const gone = namesOf(Whole).filter((name) => !namesOf(Decimal).includes(name));

/** All that a call tells, down to the digits that it keeps and how they are written. */
function outcome(Kind: typeof Decimal, call: (Kind: typeof Decimal) => unknown): string {
  try {
    const said = call(Kind);
    return said instanceof Kind
      ? `${said.valueOf()} ${said.d} ${said.e} ${said.s}`
      : `${typeof said} ${said}`;
  } catch (error) {
    return String(error);
  }
}

const anyNumber = fc.oneof(
  fc
    .tuple(fc.bigInt({ min: -(2n ** 256n), max: 2n ** 256n }), fc.integer({ min: -90, max: 20 }))
    .map((of) => of.join('e')),
  fc.integer({ min: -40, max: 40 }).map(String),
  fc.constantFrom('0', '-0', '0.5', 'NaN', 'Infinity', '-Infinity', '1_000', 'none'),
);

const anyCall = fc.record({
  precision: fc.constantFrom(20, 100, 120),
  rounding: fc.integer({ min: 0, max: 8 }) as fc.Arbitrary<Decimal.Rounding>,
  toExpNeg: fc.constantFrom(-7, -200),
  value: anyNumber,
  args: fc.oneof(
    fc.tuple(anyNumber),
    fc.tuple(fc.integer({ min: -1, max: 130 }), fc.integer({ min: 0, max: 9 })),
    fc.constant<string[]>([]),
  ),
});

const isWhole = (text: string): boolean => Number.isSafeInteger(Number(text)) && new Whole(text).isInteger();

it('is what the tests run on, without roots, logarithms and other bases', () => {
  for (const name of ['sqrt', 'ln', 'log', 'exp', 'sin', 'toHex', 'toFraction', 'random']) {
    expect(gone).toContain(name);
    expect(name in Decimal.prototype || name in Decimal).toBe(false);
  }
  expect(kept).toContain('toSignificantDigits');
});

it(`says what the whole of decimal.js says, whatever it is asked (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyCall, ({ value, args, ...settings }) => {
      const [part, whole] = [Decimal.clone(settings), Whole.clone(settings)];
      for (const name of kept) {
        const call = (Kind: typeof Decimal) => {
          const on = name in Kind.prototype ? new Kind(value) : Kind;
          return ((on as never)[name] as Method).apply(on, name in Kind.prototype ? args : [value, ...args]);
        };
        if (/^pow|^toPower/.test(name) && !isWhole(String(args[0]))) continue;
        if (/^set|^config|^clone/.test(name)) continue;
        expect(`${name} ${outcome(part, call)}`).toBe(`${name} ${outcome(whole, call)}`);
      }
    }),
    { numRuns: 2000, seed: SEED },
  );
});

it('keeps the settings of each kind of number, and those of the kind it is made of', () => {
  const names = ['precision', 'rounding', 'toExpNeg', 'toExpPos', 'minE', 'maxE', 'modulo', 'crypto'];
  const settingsOf = (kind: typeof Decimal) => names.map((name) => kind[name as keyof typeof Decimal]);
  const [part, whole] = [Decimal, Whole].map((kind) =>
    kind.clone({ precision: 120, rounding: 1, toExpNeg: -200 }).clone({ toExpPos: 300, defaults: false }),
  ) as [typeof Decimal, typeof Decimal];
  expect(settingsOf(part)).toEqual(settingsOf(whole));
  expect(settingsOf(part).slice(0, 4)).toEqual([120, 1, -200, 300]);
});

it.each(['0.5', '-1.5', '1e+30'])('refuses the power %s', (power) => {
  expect(() => new Decimal(3).pow(power)).toThrow(`Invalid argument: ${power}`);
  expect(new Whole(3).pow(power).isNaN()).toBe(false);
});

it.each(['0x1f', '0b11', '0o7'])('refuses %s, which is not written in tens', (text) => {
  expect(() => new Decimal(text)).toThrow(`Invalid argument: ${text}`);
  expect(new Whole(text).isInteger()).toBe(true);
});

it('is all that the code calls', () => {
  const call = new RegExp(`(?<!Math|console)\\.(${gone.join('|')})\\(`);
  const files = ['src', 'entrypoints'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  );
  const code = files.filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  expect(code.length).toBeGreaterThan(200);
  expect(code.filter((file) => call.test(readFileSync(new URL(file, root), 'utf8')))).toEqual([]);
});

it.each([
  ['P.plus = P.add', 'P.sum'],
  ['  Decimal.max = max;', '  Decimal.most = max;'],
  ['LN10 = new Decimal(LN10);', ''],
  ['new Ctor(1).div(r)', 'r.inverse()'],
  ['function config(obj)', 'function configure(obj)'],
])('is not made where %j is missing from the text', (part, instead) => {
  expect(slim(text)).not.toMatch(/\.(sin|ln|sqrt|toHex) = /);
  expect(text).toContain(part);
  expect(() => slim(text.replace(part, instead))).toThrow('decimal.js has no');
});
