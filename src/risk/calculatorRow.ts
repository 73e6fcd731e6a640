import type { CalculatorError, CalculatorField, CalculatorRow } from '../model/calculator';
import { Exact } from './value';

/** Integers as a chain would hold them: an amount and a price with these decimals, shares in basis points. */
export const AMOUNT_DECIMALS = 18;
export const PRICE_DECIMALS = 8;
const PERCENT_DECIMALS = 2;

const MOST_DIGITS = 15;

export interface ParsedRow {
  readonly symbol: string;
  readonly amount: string;
  readonly price: string;
  readonly factor: string;
  readonly threshold: string;
}

/** A row as integers, or what is wrong with it in the user's words. */
export function parseRow(row: CalculatorRow, index: number): ParsedRow | CalculatorError[] {
  const errors: CalculatorError[] = [];
  const field = (name: CalculatorField, decimals: number): string => {
    const found = parseNumber(row[name], decimals);
    if ('message' in found) errors.push({ row: index, field: name, message: found.message });
    return 'integer' in found ? found.integer : '0';
  };
  const percent = (name: 'factor' | 'threshold'): string => {
    const integer = field(name, PERCENT_DECIMALS);
    if (BigInt(integer) > 10_000n) errors.push({ row: index, field: name, message: 'At most 100%.' });
    return integer;
  };
  const byValue = row.value !== undefined;
  const symbol = row.symbol.trim();
  if (symbol === '') errors.push({ row: index, field: 'symbol', message: 'Name the asset.' });
  const amount = byValue ? `${10n ** BigInt(AMOUNT_DECIMALS)}` : field('amount', AMOUNT_DECIMALS);
  const price = field(byValue ? 'value' : 'price', PRICE_DECIMALS);
  const isHeld = row.side === 'collateral';
  const factor = isHeld ? percent('factor') : '0';
  const threshold = isHeld ? percent('threshold') : '0';
  if (errors.length === 0 && BigInt(factor) > BigInt(threshold))
    errors.push({ row: index, field: 'factor', message: 'Not more than the liquidation threshold.' });
  return errors.length > 0 ? errors : { symbol, amount, price, factor, threshold };
}

/** An integer with so many decimals, of what a user types. */
export function parseNumber(
  text: string | undefined,
  decimals: number,
): { integer: string } | { message: string } {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return { message: 'Enter a number.' };
  if (trimmed.startsWith('-') || trimmed.startsWith('−')) return { message: 'Not less than 0.' };
  if (trimmed.includes(',')) return { message: 'Write it with a point and without commas, like 1250.50.' };
  const [, whole = '', fraction = ''] = /^(\d*)\.?(\d*)$/.exec(trimmed) ?? [];
  if (whole + fraction === '') return { message: 'Not a number. Write it like 1250.50.' };
  if (whole.length > MOST_DIGITS) return { message: 'Too large.' };
  if (fraction.length > decimals) return { message: `At most ${decimals} digits after the point.` };
  return { integer: new Exact(`${whole || 0}.${fraction || 0}`).mul(new Exact(10).pow(decimals)).toFixed(0) };
}
