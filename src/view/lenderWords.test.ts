import { expect, it } from 'vitest';
import type { TierReach } from '../model/lender';
import { reachWords, termLoanWords } from './lenderWords';

it('says what is due, and that no price matters', () => {
  expect(
    termLoanWords([
      { what: 'payment', date: '2026-12-01', amount: '1', status: 'overdue', days: 1 },
      { what: 'principal', date: '2027-02-28', amount: '9', status: 'due', days: 12 },
    ]),
  ).toEqual(['Next payment overdue by 1 day.', 'Principal due in 12 days.', 'No price triggers this.']);
});

it('says when a tier is reached', () => {
  const tier = (of: Partial<TierReach>): TierReach => ({
    tier: 'marginCall',
    ltv: '0.5',
    reached: false,
    prices: [],
    move: '-0.28999',
    days: 700,
    ...of,
  });
  expect(reachWords(tier({}))).toBe('at −28.9%, or by interest alone in 700 days');
  expect(reachWords(tier({ days: null }))).toBe('at −28.9%');
  expect(reachWords(tier({ reached: true, move: null, days: 0 }))).toBe('reached');
  expect(reachWords(tier({ move: null, days: null }))).toBe('nothing is owed');
});
