import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import type { CalculatorRow } from '../model/calculator';
import { assess } from './assess';
import { calculate } from './calculator';

const SEED = 20261121;

function figures(...rows: CalculatorRow[]) {
  const result = calculate(rows);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result;
}
const held = (row: Partial<CalculatorRow>): CalculatorRow => ({
  side: 'collateral',
  symbol: 'ETH',
  factor: '75',
  threshold: '80',
  ...row,
});
const owed = (row: Partial<CalculatorRow>): CalculatorRow => ({ side: 'debt', symbol: 'USDC', ...row });

describe('the reference figures', () => {
  it('100 USDC ($100, 75%) and 0.5 WBTC ($15,000, 85%) lend $12,825', () => {
    const usdc = held({ symbol: 'USDC', amount: '100', price: '1' });
    const bitcoin = held({ symbol: 'WBTC', amount: '0.5', price: '30000', factor: '85', threshold: '90' });
    expect(figures(usdc, bitcoin)).toMatchObject({ borrowingPower: '12825', available: '12825' });
  });

  it.each([
    ['75', '7500'],
    ['60', '6000'],
  ])('$10,000 of ETH at %s%% lend $%s', (factor, power) => {
    expect(figures(held({ value: '10000', factor })).borrowingPower).toBe(power);
  });

  it('10 ETH at $2,000 and 80% against $10,000 has 1.6 and is liquidated at $1,250', () => {
    const result = figures(held({ amount: '10', price: '2000' }), owed({ value: '10000' }));
    expect(result.risk).toMatchObject({ healthFactor: '1.6', buffer: { share: '0.375', value: '6000' } });
    expect(result.liquidationPrices[0]?.safe).toBe('125000000000');
    expect(result.liquidationPrices[1]).toMatchObject({ direction: 'above', safe: '1600000000000' });
    expect(result).toMatchObject({ available: '5000', availableTo80: '2000' });
  });
});

it('moves one asset on both sides together', () => {
  const eth = { amount: '10', price: '2000' };
  const { liquidationPrices } = figures(
    held(eth),
    owed({ symbol: 'ETH', amount: '1', price: '2000' }),
    owed({ value: '7000' }),
  );
  // 8 − 1 of ether must count for 7,000.
  expect(liquidationPrices[0]).toMatchObject({ side: 'both', safe: '100000000000' });
  expect(liquidationPrices[1]).toEqual(liquidationPrices[0]);
});

describe('what cannot be a number', () => {
  it.each([
    ['', 'Enter a number.'],
    ['abc', 'Not a number. Write it like 1250.50.'],
    ['.', 'Not a number. Write it like 1250.50.'],
    ['1e5', 'Not a number. Write it like 1250.50.'],
    ['1.000,50', 'Write it with a point and without commas, like 1250.50.'],
    ['-1', 'Not less than 0.'],
    ['1.123456789', 'At most 8 digits after the point.'],
    ['1234567890123456', 'Too large.'],
  ])('“%s” is refused: %s', (value, message) => {
    const result = calculate([held({ value: '1' }), owed({ value })]);
    expect(result).toEqual({ ok: false, errors: [{ row: 1, field: 'value', message }] });
  });

  it('is told of every field at once', () => {
    const result = calculate([
      held({ symbol: ' ', amount: 'x', price: '1', factor: '101', threshold: '80.123' }),
    ]);
    if (result.ok) throw new Error('expected errors');
    expect(result.errors.map(({ field, message }) => [field, message])).toEqual([
      ['symbol', 'Name the asset.'],
      ['amount', 'Not a number. Write it like 1250.50.'],
      ['factor', 'At most 100%.'],
      ['threshold', 'At most 2 digits after the point.'],
    ]);
  });

  it('nor a factor above the threshold, nor two prices of one asset', () => {
    expect(calculate([held({ value: '1', factor: '81' })])).toMatchObject({
      errors: [{ field: 'factor', message: 'Not more than the liquidation threshold.' }],
    });
    const two = [held({ amount: '1', price: '2' }), owed({ symbol: 'ETH', amount: '1', price: '3' })];
    expect(calculate(two)).toMatchObject({ errors: [{ row: 1, message: 'ETH has another price above.' }] });
  });
});

it('says that nothing can be liquidated without a debt', () => {
  expect(figures(held({ value: '5' }), owed({ value: '0' }))).toMatchObject({
    risk: { kind: 'no-debt' },
    liquidationPrices: [null, null],
  });
});

it(`gives the figures of the same position on a chain (seed ${SEED})`, () => {
  const cents = fc.bigInt(1n, 10n ** 9n);
  const decimal = (integer: bigint, decimals: number) => {
    const digits = `${integer}`.padStart(decimals + 1, '0');
    return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  };
  fc.assert(
    fc.property(cents, cents, cents, cents, fc.integer({ min: 1, max: 10_000 }), (a, b, c, d, threshold) => {
      const of = position(
        [
          { symbol: 'ETH', amount: a * 10n ** 12n, price: b * 1_000_000n, threshold, loanToValue: threshold },
          { symbol: 'WBTC', amount: ETHER, price: c * 1_000_000n, threshold: 7000, loanToValue: 6000 },
        ],
        [{ symbol: 'USDC', amount: d * 10n ** 16n, price: DOLLAR }],
      );
      const percent = decimal(BigInt(threshold), 2);
      const { risk } = figures(
        held({ amount: decimal(a, 6), price: decimal(b, 2), factor: percent, threshold: percent }),
        held({ symbol: 'WBTC', value: decimal(c, 2), factor: '60', threshold: '70' }),
        owed({ amount: decimal(d, 2), price: '1' }),
      );
      const expected = assess(of);
      if (risk.kind !== 'borrowing' || expected.kind !== 'borrowing') throw new Error('expected a loan');
      const { loss, liquidationPrices, ...rest } = expected;
      expect(risk).toMatchObject(rest);
      expect(risk.liquidationPrices.map(({ safe, reason }) => [safe, reason])).toEqual(
        liquidationPrices.map(({ safe, reason }) => [safe, reason]),
      );
    }),
    { numRuns: 500, seed: SEED },
  );
}, 60_000);
