import { language } from './language';

/** What stands before a number and after it. */
type Around = readonly [before: string, after: string];

interface Style {
  readonly decimal: string;
  readonly dollars: Around;
  readonly percent: Around;
  readonly grouped: (whole: bigint) => string;
}

const styles = new Map<string, Style>();

/** How the language writes numbers. The digits are 0 to 9 in every language: those of addresses and of the markets' own pages. */
function style(): Style {
  const locale = `${language()}-u-nu-latn`;
  const known = styles.get(locale);
  if (known) return known;
  const whole = new Intl.NumberFormat(locale);
  const made = {
    decimal: whole.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.',
    dollars: around(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' }),
    percent: around(locale, { style: 'percent' }),
    grouped: (digits: bigint) => whole.format(digits),
  };
  styles.set(locale, made);
  return made;
}

/** Without the invisible marks of direction: what surrounds the number sees to that. */
function around(locale: string, options: Intl.NumberFormatOptions): Around {
  const parts = new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: 0 }).formatToParts(1);
  const at = parts.findIndex(({ type }) => type === 'integer');
  const textOf = (of: typeof parts) =>
    of.map(({ value }) => value.replace(/[\u200e\u200f\u061c]/g, '')).join('');
  return [textOf(parts.slice(0, at)), textOf(parts.slice(at + 1))];
}

export const decimalMark = (): string => style().decimal;

/** A plain decimal string ("1870.50") as the language writes it, to its last digit; exact however long it is. */
export function localNumber(plain: string): string {
  const [whole = '0', fraction] = plain.split('.');
  const { grouped, decimal } = style();
  return grouped(BigInt(whole)) + (fraction ? decimal + fraction : '');
}

export const inDollars = (number: string): string => style().dollars.join(number);

export const inPercent = (number: string): string => style().percent.join(number);
