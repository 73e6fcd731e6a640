import type { Plugin } from 'vite';

/** What is called on a number, by us or by decimal.js itself. A further method is named here before it is used. */
const METHODS = [
  ...['abs', 'neg', 'ceil', 'floor', 'plus', 'add', 'minus', 'times', 'mul', 'div', 'pow'],
  ...['cmp', 'eq', 'gt', 'gte', 'lt', 'lte'],
  ...['isFinite', 'isInteger', 'isNaN', 'isNeg', 'isNegative', 'isPositive', 'isZero'],
  ...['decimalPlaces', 'toDecimalPlaces', 'toSignificantDigits'],
  ...['toFixed', 'toNumber', 'toString', 'valueOf', 'toJSON'],
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

/** What checks how a kind of number is to round; only ours are made (src/risk/value.ts, src/view). */
const SETTINGS = /(?<=^function config\(obj\) {\n)[\s\S]*?(?=^}\n)/m;
const TAKEN = '  return Object.assign(this, obj);\n';

/** What else mentions the constants of a thousand digits, for which nothing has a use then. */
const CONSTANTS = [
  '  LN10_PRECISION = LN10.length - 1,\n',
  '  PI_PRECISION = PI.length - 1,\n',
  'LN10 = new Decimal(LN10);\n',
  'PI = new Decimal(PI);\n',
];

function cut(code: string, part: string | RegExp, instead = ''): string {
  const less = code.replace(part, instead);
  if (less === code) throw new Error(`decimal.js has no ${part}`);
  return less;
}

/** Leaves out each definition of none of these names, and the other name of a method that has two. */
function keep(names: readonly string[], pattern: RegExp, code: string): string {
  const missing = new Set<string | undefined>(names);
  const less = code.replace(pattern, (text, ...[name, alias]: string[]) => {
    const wanted = [name, alias].map((each) => missing.delete(each));
    if (!wanted.includes(true)) return '';
    return wanted.includes(false) ? text.replace(`P.${wanted[0] ? alias : name} = `, '') : text;
  });
  if (missing.size > 0) throw new Error(`decimal.js has no ${[...missing]}.`);
  return less;
}

/**
 * decimal.js without its trigonometry, logarithms, roots, fractions and other bases: they hang on its prototype, where no
 * bundler can leave them out. All that is kept is its own text, but a power that is not a whole number is refused, and so is
 * a number that is not written in tens; settings are taken unchecked.
 * @throws where the text has not got what is named here, as that of another version may
 */
export function slim(text: string): string {
  const code = text.replaceAll('\r\n', '\n');
  const whole = cut(cut(code, FRACTIONAL, REFUSED), OTHER_BASES, NO_NUMBER);
  const less = keep(STATICS, STATIC, keep(METHODS, METHOD, cut(whole, SETTINGS, TAKEN)));
  return CONSTANTS.reduce((rest, part) => cut(rest, part), less);
}

/** The same part of decimal.js wherever it is used: in what ships and under test. */
export const slimDecimal = (): Plugin => ({
  name: 'slim-decimal',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/decimal.js/decimal.mjs') ? { code: slim(code), map: null } : null),
});
