import { Decimal as AnyDecimal } from 'decimal.js';
import { inDollars, inPercent, localNumber } from '../i18n/numbers';
import { isolated, t } from '../i18n/t';

/** Enough digits for any uint256, so that only the rounding that is named here happens. */
const Decimal = AnyDecimal.clone({ precision: 100, toExpNeg: -100, toExpPos: 100 });

/** What warns is never rounded in the user's favour, so every function says or is told which way it rounds. */
type Rounding = 'floor' | 'ceil' | 'nearest';

const MODE = {
  floor: Decimal.ROUND_FLOOR,
  ceil: Decimal.ROUND_CEIL,
  nearest: Decimal.ROUND_HALF_UP,
} as const;

/** Decimals of a whole number of dollars, of one below a thousand, and the digits that a small price keeps. */
const CENTS_BELOW = 1000;
const SMALL_DIGITS = 4;

/** A price in another coin is a ratio near 1, of which the last per mille matter. */
const COIN_DIGITS = 6;

const signOf = (value: AnyDecimal): string => (value.isNegative() && !value.isZero() ? '−' : '');

const digitsOf = (value: AnyDecimal, decimals: number): string => localNumber(value.abs().toFixed(decimals));

const grouped = (value: AnyDecimal, decimals: number): string => signOf(value) + digitsOf(value, decimals);

/** In the market's unit: dollars where the language has them, a token's symbol after the number. */
function inUnit(value: AnyDecimal, decimals: number, unit: string): string {
  if (unit !== 'USD') return `${grouped(value, decimals)} ${unit}`;
  return isolated(signOf(value) + inDollars(digitsOf(value, decimals)));
}

/** Floored to 2 decimals, 3 below 1.1 where they decide; "100+" above 100. */
export function formatHealthFactor(healthFactor: string): string {
  const value = new Decimal(healthFactor);
  if (value.gt(100)) return '100+';
  const decimals = value.lt('1.1') ? 3 : 2;
  return localNumber(value.toDecimalPlaces(decimals, MODE.floor).toFixed(decimals));
}

const percentOf = (percent: AnyDecimal, decimals: number): string => inPercent(digitsOf(percent, decimals));

/** A share that may be lost, as a fall: "−38%", one decimal below 10%; rounded down, so never more than there is. */
export function formatFall(share: string): string {
  const percent = Decimal.max(0, new Decimal(share).mul(100));
  const decimals = percent.lt(10) ? 1 : 0;
  return `−${percentOf(percent.toDecimalPlaces(decimals, MODE.floor), decimals)}`;
}

/** A signed move of prices: "−38.2%", "+61.4%"; rounded towards no move. */
export function formatMove(share: string): string {
  const percent = new Decimal(share).mul(100).toDecimalPlaces(1, Decimal.ROUND_DOWN);
  return `${percent.isNegative() ? '−' : '+'}${percentOf(percent, 1)}`;
}

/** A change of a health factor, to the nearest thousandth: "−0.090", "+0.040", "less than 0.001". */
export function formatChange(change: string): string {
  const exact = new Decimal(change);
  if (!exact.isZero() && exact.abs().lt('0.001')) return t('change.tiny', { least: localNumber('0.001') });
  return `${signOf(exact) || '+'}${localNumber(exact.abs().toFixed(3, MODE.nearest))}`;
}

/** A plain share of something: "63.5%". */
export function formatShare(share: string, rounding: Rounding): string {
  const percent = new Decimal(share).mul(100).toDecimalPlaces(1, MODE[rounding]);
  return signOf(percent) + percentOf(percent, 1);
}

/** The same where it is a term and no reading: "75%", "12.9%". */
export const formatShortShare = (share: string, rounding: Rounding): string => {
  const percent = new Decimal(share).mul(100).toDecimalPlaces(1, MODE[rounding]);
  return signOf(percent) + percentOf(percent, percent.decimalPlaces());
};

/** A value: "$4,210", "$12.07", "−$3". */
export function formatValue(value: string, rounding: Rounding, unit: string): string {
  const exact = new Decimal(value);
  const decimals = exact.abs().lt(CENTS_BELOW) ? (unit === 'USD' ? 2 : SMALL_DIGITS) : 0;
  return inUnit(exact.toDecimalPlaces(decimals, MODE[rounding]), decimals, unit);
}

/** An oracle's integer as a price, short: "$1,870", "$96.31", "$0.9987". */
export function formatPrice(price: string, decimals: number, rounding: Rounding, unit: string): string {
  const exact = new Decimal(price).div(new Decimal(10).pow(decimals));
  if (exact.gte(CENTS_BELOW)) return inUnit(exact.toDecimalPlaces(0, MODE[rounding]), 0, unit);
  if (exact.gte(2) && unit === 'USD') return inUnit(exact.toDecimalPlaces(2, MODE[rounding]), 2, unit);
  const digits = unit === 'USD' ? SMALL_DIGITS : COIN_DIGITS;
  const rounded = exact.toSignificantDigits(digits, MODE[rounding]);
  return inUnit(rounded, Math.max(SMALL_DIGITS, rounded.decimalPlaces()), unit);
}

/** Morpho's oracles have up to 36 decimals and more, of which nobody reads the last. */
const MOST_DECIMALS = 12;

/** An oracle's integer as a price to its last unit: "$1,870.12345678"; beyond 12 decimals rounded as told. */
export function formatExactPrice(price: string, decimals: number, rounding: Rounding, unit: string): string {
  const shown = Math.min(decimals, MOST_DECIMALS);
  const exact = new Decimal(price).div(new Decimal(10).pow(decimals)).toDecimalPlaces(shown, MODE[rounding]);
  return inUnit(exact, shown, unit);
}

/** A price as it stands, without the zeros that say nothing: "$3,020.00", "$0.9987". */
export function formatCurrentPrice(price: string, decimals: number, unit: string): string {
  const exact = new Decimal(price).div(new Decimal(10).pow(decimals));
  const places = Math.min(MOST_DECIMALS, Math.max(2, exact.decimalPlaces()));
  return inUnit(exact.toDecimalPlaces(places), places, unit);
}

/** A token amount to the nearest sixth digit; it decides nothing, and 9.999999… of 10 supplied would only puzzle. */
export function formatAmount(amount: string, decimals: number): string {
  const exact = new Decimal(amount).div(new Decimal(10).pow(decimals));
  const places = exact.gte(1000) ? 2 : 6;
  const rounded = exact.lt(1) ? exact.toSignificantDigits(6) : exact.toDecimalPlaces(places);
  return grouped(rounded, rounded.decimalPlaces());
}

/** A token amount that is enough where the exact one is: rounded up to four digits, or to whole tokens above. */
export function formatAmountUp(amount: string, decimals: number): string {
  const exact = new Decimal(amount).div(new Decimal(10).pow(decimals));
  const rounded = exact.gte(1000) ? exact.ceil() : exact.toSignificantDigits(4, MODE.ceil);
  return grouped(rounded, rounded.decimalPlaces());
}

/** "0x1234…abcd" */
export const formatAddress = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`;
