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

export const sum = (values: readonly Decimal[]): Decimal =>
  values.reduce((total, value) => total.plus(value), new Exact(0));

/** Amount times price, in whole units of the market's currency, unrounded. */
export const worth = (holding: Holding): Decimal =>
  new Exact(holding.amount)
    .mul(holding.price)
    .div(new Exact(10).pow(holding.decimals + holding.priceDecimals));

/** The part of a collateral's value that counts, by its threshold or by its loan-to-value; 0 where it is not used. */
export const counted = (
  held: Collateral,
  factor: 'threshold' | 'loanToValue',
  position: Position,
): Decimal => (held.enabled ? worth(held).mul(held[factor]).div(position.factorScale) : new Exact(0));

/** An integer with 18 decimals. */
export const ofWad = (wad: bigint): Decimal => new Exact(wad.toString()).div(new Exact(10).pow(18));
