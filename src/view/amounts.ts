import { localNumber } from '../i18n/numbers';
import { t } from '../i18n/t';
import type { Integer } from '../model/asset';
import { markName } from './typed';

/** An amount to its smallest unit, as a wallet's field takes it: "1240.5". */
export function plainAmount(amount: Integer, decimals: number): string {
  const digits = amount.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** The same to be read: "1,240.5". */
export function exactAmount(amount: Integer, decimals: number): string {
  return localNumber(plainAmount(amount, decimals));
}

/** What a field holds: nothing, whole smallest units, or what is wrong with it, in words. */
export type Typed = bigint | string | null;

/** Whole digits beyond which a number is a slip of the hand. */
const MOST_DIGITS = 15;

/** A decimal number as `fromTyped` gives it, in smallest units and never rounded. A comma means different things to different people. */
export function typedUnits(text: string, decimals: number): Typed {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (trimmed.includes(',')) return t(`typed.mark.${markName()}`);
  const [, whole, fraction = ''] = trimmed.match(/^(\d*)(?:\.(\d*))?$/) ?? [];
  if (whole === undefined || whole + fraction === '')
    return t(`typed.only.${markName()}`, { example: localNumber('0.5') });
  if (fraction.length > decimals) return t('typed.decimals', { most: decimals });
  if (whole.replace(/^0+/, '').length > MOST_DIGITS) return t('typed.tooMuch');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}
