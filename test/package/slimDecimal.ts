import type { Plugin } from 'vite';
import { cut } from './cut';

/** What is called on a number, by us or by decimal.js itself. A further method is named here before it is used. */
const METHODS = [
  ...['abs', 'neg', 'ceil', 'floor', 'plus', 'minus', 'times', 'div', 'pow'],
  ...['cmp', 'eq', 'gt', 'gte', 'lt', 'lte'],
  ...['isFinite', 'isInt', 'isNaN', 'isNeg', 'isPos', 'isZero'],
  ...['dp', 'toDP', 'toSD', 'toFixed', 'toNumber', 'toString', 'valueOf'],
];
const STATICS = ['clone', 'max', 'min', 'pow', 'sum'];

const METHOD = /^P\.(\w+)(?: = P\.(\w+))? = function[\s\S]*?^};\n/gm;
const STATIC = /^ {2}Decimal\.(\w+) = (\1);.*\n/gm;

/** The rest of pow, behind the powers that are whole numbers: it takes logarithms and their thousand digits. */
const FRACTIONAL =
  /(?<=^ {4}return y\.s < 0 \? new Ctor\(1\)\.div\(r\) : finalise\(r, pr, rm\);\n {2}}\n)[\s\S]*?(?=^};)/m;
const REFUSED = '\n  throw Error(invalidArgument + y);\n';

/** What reads a number that is written in another base. */
const OTHER_BASES = /^ {2}if \(isHex\.test\(str\)\) {2}\{\n[\s\S]*?(?=^}\n)/m;
const NO_NUMBER = '  throw Error(invalidArgument + str);\n';

/** What else mentions the constants of a thousand digits, for which nothing has a use then. */
const CONSTANTS = [
  '  LN10_PRECISION = LN10.length - 1,\n',
  '  PI_PRECISION = PI.length - 1,\n',
  'LN10 = new Decimal(LN10);\n',
  'PI = new Decimal(PI);\n',
];

/** Leaves out each match that defines none of these names. */
function keep(names: readonly string[], pattern: RegExp, code: string): string {
  const missing = new Set<string | undefined>(names);
  const less = code.replace(pattern, (text, ...[name, alias]: string[]) =>
    [name, alias].some((each) => missing.delete(each)) ? text : '',
  );
  if (missing.size > 0) throw new Error(`decimal.js has no ${[...missing]}.`);
  return less;
}

/**
 * decimal.js without its trigonometry, logarithms, roots, fractions and other bases: they hang on its prototype, where no
 * bundler can leave them out. All that is kept is its own text, but a power that is not a whole number is refused, and so is
 * a number that is not written in tens.
 * @throws where the text has not got what is named here, as that of another version may
 */
export function slim(text: string): string {
  const code = text.replaceAll('\r\n', '\n');
  const whole = cut(cut(code, FRACTIONAL, REFUSED), OTHER_BASES, NO_NUMBER);
  const less = keep(STATICS, STATIC, keep(METHODS, METHOD, whole));
  return CONSTANTS.reduce((rest, part) => cut(rest, part), less);
}

/** The same part of decimal.js wherever it is used: in what ships and under test. */
export const slimDecimal = (): Plugin => ({
  name: 'slim-decimal',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/decimal.js/decimal.mjs') ? { code: slim(code), map: null } : null),
});
