import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { isDisputed, isDoubtful, worseOf } from './doubt';

/** 10 ether at 80% against so many dollars: at $2,000 a health factor of 16,000 over the debt. */
const loan = (debt: number, price = 2000) =>
  position(
    [{ symbol: 'WETH', amount: 10n * ETHER, price: BigInt(price) * DOLLAR }],
    debt === 0
      ? []
      : [{ symbol: 'USDC', decimals: 6, amount: BigInt(Math.round(debt * 1e6)), price: DOLLAR }],
  );

/** Buffers of 50, 37, 12 and 6%, and a health factor below 1. */
const [safe, watch, low, critical, liquidatable] = [8_000, 10_000, 14_000, 15_000, 16_001].map((debt) =>
  loan(debt),
);

describe('a reading is doubtful', () => {
  it('where it is safer than the last, by each level', () => {
    const levels = [liquidatable!, critical!, low!, watch!, safe!];
    for (const [at, before] of levels.entries()) {
      for (const [place, now] of levels.entries()) expect(isDoubtful(before, now)).toBe(place > at);
    }
  });

  it('where a loan that was not safe is paid back or gone', () => {
    expect([isDoubtful(watch!, loan(0)), isDoubtful(watch!, null)]).toEqual([true, true]);
    expect([isDoubtful(safe!, loan(0)), isDoubtful(loan(0), safe!)]).toEqual([false, false]);
  });

  it('where a price is ten times the last, or a tenth, and not before (fault 35)', () => {
    expect(isDoubtful(loan(100, 2000), loan(100, 20_000))).toBe(true);
    expect(isDoubtful(loan(100, 2000), loan(100, 19_999))).toBe(false);
    expect(isDoubtful(loan(100, 2000), loan(100, 200))).toBe(true);
    expect(isDoubtful(loan(100, 2000), loan(100, 201))).toBe(false);
    expect(isDoubtful(loan(0, 0), loan(0, 0))).toBe(false);
  });
});

describe('two RPCs', () => {
  it('disagree from more than half a percent of the health factor on (fault 20)', () => {
    expect(isDisputed(loan(10_000), loan(10_049.99))).toBe(false);
    expect(isDisputed(loan(10_049.99), loan(10_000))).toBe(false);
    expect(isDisputed(loan(10_000), loan(10_050.01))).toBe(true);
    expect(isDisputed(loan(10_050.01), loan(10_000))).toBe(true);
  });

  it('disagree where one knows of no debt, and agree where neither does', () => {
    expect([isDisputed(safe!, null), isDisputed(loan(0), safe!)]).toEqual([true, true]);
    expect([isDisputed(null, null), isDisputed(loan(0), null)]).toEqual([false, false]);
  });

  it('leave the one that is closer to liquidation, and any debt before none', () => {
    expect(worseOf(low!, watch!)).toBe(low);
    expect(worseOf(watch!, low!)).toBe(low);
    expect(worseOf(null, safe!)).toBe(safe);
    expect(worseOf(safe!, loan(0))).toBe(safe);
  });
});
