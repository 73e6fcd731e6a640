import type { Integer } from '../model/asset';

/** An amount to its smallest unit, as a wallet's field takes it: "1240.5". */
export function plainAmount(amount: Integer, decimals: number): string {
  const digits = amount.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** The same to be read: "1,240.5". */
export function exactAmount(amount: Integer, decimals: number): string {
  const [whole = '0', fraction] = plainAmount(amount, decimals).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

/** What a field holds: nothing, whole smallest units, or what is wrong with it, in words. */
export type Typed = bigint | string | null;

/** Whole digits beyond which a number is a slip of the hand. */
const MOST_DIGITS = 15;

/** A decimal number as it is typed, in smallest units and never rounded. A comma means different things to different people. */
export function typedUnits(text: string, decimals: number): Typed {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (trimmed.includes(',')) return 'Use a point for decimals, and no commas.';
  const [, whole, fraction = ''] = trimmed.match(/^(\d*)(?:\.(\d*))?$/) ?? [];
  if (whole === undefined || whole + fraction === '') return 'Only digits and a point, as in 0.5.';
  if (fraction.length > decimals) return `There are ${decimals} decimals at most.`;
  if (whole.replace(/^0+/, '').length > MOST_DIGITS) return 'That is more than there can be.';
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}
