import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TermLoan } from '../model/lender';
import { deadlineWords } from '../view/lenderWords';
import { deadlines } from './termLoan';

const SEED = 20261121;

const loan: TermLoan = {
  name: 'Maple',
  principal: '1000000',
  currency: 'USDC',
  yearlyRate: '0.09',
  nextPayment: { date: '2026-12-01', amount: '7500' },
  dueDate: '2027-02-28',
  graceDays: 5,
};
const on = (time: string) => deadlines(loan, Date.parse(time) / 1000);

describe('a loan with dates', () => {
  it.each([
    ['2026-11-19T23:59:59Z', 'due in 12 days'],
    ['2026-11-30T00:00:00Z', 'due in 1 day'],
    ['2026-12-01T23:59:59Z', 'due today'],
    ['2026-12-02T00:00:00Z', 'in grace, 4 days left'],
    ['2026-12-06T23:59:59Z', 'in grace, last day'],
    ['2026-12-07T00:00:00Z', 'overdue by 6 days'],
  ])('on %s is %s', (time, words) => {
    const [first] = on(time);
    expect(first?.what).toBe('payment');
    expect(first && deadlineWords(first)).toBe(words);
  });

  it('puts what is late before what is to come', () => {
    const late = { ...loan, dueDate: '2026-11-01' };
    expect(
      deadlines(late, Date.parse('2026-11-21') / 1000).map(({ what, status }) => [what, status]),
    ).toEqual([
      ['principal', 'overdue'],
      ['payment', 'due'],
    ]);
    expect(deadlines({ ...loan, nextPayment: null }, 0)).toHaveLength(1);
  });

  it('refuses a day that is none', () => {
    expect(() => deadlines({ ...loan, dueDate: '2027-02-29' }, 0)).toThrow('“2027-02-29” is not a day');
    expect(() => deadlines({ ...loan, dueDate: 'soon' }, 0)).toThrow('“soon” is not a day');
  });
});

it(`only ever gets worse with time (seed ${SEED})`, () => {
  const start = Date.parse('2026-06-01') / 1000;
  const worst = (now: number) =>
    ['due', 'in grace', 'overdue'].indexOf(deadlines(loan, now)[0]?.status ?? 'due');
  fc.assert(
    fc.property(fc.nat(40_000_000), fc.nat(40_000_000), (a, b) => {
      expect(worst(start + Math.max(a, b))).toBeGreaterThanOrEqual(worst(start + Math.min(a, b)));
    }),
    { numRuns: 500, seed: SEED },
  );
});
