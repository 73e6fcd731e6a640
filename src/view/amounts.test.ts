import { describe, expect, it } from 'vitest';
import { exactAmount, plainAmount, typedUnits } from './amounts';

describe('an amount', () => {
  it.each([
    ['1240500000', 6, '1240.5', '1,240.5'],
    ['1', 18, '0.000000000000000001', '0.000000000000000001'],
    ['0', 6, '0', '0'],
    ['1234567', 0, '1234567', '1,234,567'],
    ['1000000000000000000000', 18, '1000', '1,000'],
  ])('of %s with %i decimals is %s to copy and %s to read', (amount, decimals, plain, grouped) => {
    expect([plainAmount(amount, decimals), exactAmount(amount, decimals)]).toEqual([plain, grouped]);
  });
});

describe('a typed number', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['12', 12_000_000n],
    ['.5', 500_000n],
    ['5.', 5_000_000n],
    ['0.000001', 1n],
    [' 0012.30 ', 12_300_000n],
  ])('%j is %s units of 6 decimals', (text, units) => {
    expect(typedUnits(text, 6)).toBe(units);
  });

  it.each([
    ['1,5', 'no commas'],
    ['-1', 'Only digits'],
    ['1e3', 'Only digits'],
    ['.', 'Only digits'],
    ['1.2.3', 'Only digits'],
    ['0.0000001', '6 decimals'],
    ['1234567890123456', 'more than there can be'],
  ])('%j is refused with a reason', (text, reason) => {
    expect(typedUnits(text, 6)).toContain(reason);
  });
});
