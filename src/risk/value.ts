import { Decimal } from 'decimal.js';
import type { Collateral, Holding, Position } from '../model/position';

/** Amounts up to 2^256 and their products stay exact; divisions keep 60 digits. */
export const Exact = Decimal.clone({
  precision: 120,
  rounding: Decimal.ROUND_DOWN,
  toExpNeg: -200,
  toExpPos: 200,
});

const DIVISION_DIGITS = 60;

export const divide = (a: Decimal, b: Decimal): Decimal => a.div(b).toSignificantDigits(DIVISION_DIGITS);

/** Amounts times prices, in whole units of the market's currency, unrounded. */
export const worthOf = (holdings: readonly Holding[]): Decimal => total(holdings, () => 1n);

/** The part of the value that counts, by the threshold or the loan-to-value of what is used as collateral. */
export const countedOf = (
  holdings: readonly Collateral[],
  factor: 'threshold' | 'loanToValue',
  { factorScale }: Position,
): Decimal => total(holdings, (held) => (held.enabled ? BigInt(held[factor]) : 0n)).div(factorScale);

/** An integer with 18 decimals. */
export const ofWad = (wad: bigint): Decimal => new Exact(`${wad}e-18`);

/** Powers are slow; no sum of two assets' decimals is above 36 + 36, and more only takes longer. */
const TENS = Array.from({ length: 73 }, (_, digits) => 10n ** BigInt(digits));
const tenTo = (digits: number): bigint => TENS[digits] ?? 10n ** BigInt(digits);

/** Added up as integers of the most decimals that any of them has: that is exact, and a decimal number is made but once. */
function total<H extends Holding>(holdings: readonly H[], factorOf: (holding: H) => bigint): Decimal {
  const digitsOf = ({ decimals, priceDecimals }: H): number => decimals + priceDecimals;
  const digits = holdings.reduce((most, each) => Math.max(most, digitsOf(each)), 0);
  let units = 0n;
  for (const each of holdings) {
    const value = BigInt(each.amount) * BigInt(each.price) * factorOf(each);
    units += value * tenTo(digits - digitsOf(each));
  }
  return new Exact(`${units}e-${digits}`);
}
