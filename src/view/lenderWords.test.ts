import { expect, it } from 'vitest';
import type { TierReach } from '../model/lender';
import { custodialWords, termLoanWords } from './lenderWords';

it('says what is due, and that no price matters', () => {
  expect(
    termLoanWords([
      { what: 'payment', date: '2026-12-01', amount: '1', status: 'overdue', days: 1 },
      { what: 'principal', date: '2027-02-28', amount: '9', status: 'due', days: 12 },
    ]),
  ).toEqual(['Next payment overdue by 1 day.', 'Principal due in 12 days.', 'No price triggers this.']);
});

it('says when a lender acts, and that it holds the collateral', () => {
  const tier = (of: Partial<TierReach>): TierReach => ({
    tier: 'start',
    ltv: '0.5',
    reached: false,
    prices: [],
    move: '-0.28999',
    days: 700,
    ...of,
  });
  const tiers = [
    tier({ reached: true, move: null, days: 0 }),
    tier({ tier: 'marginCall' }),
    tier({ tier: 'liquidation', days: null }),
  ];
  expect(custodialWords({ ltv: '0.5', level: 'watch', standing: 'start', tiers })).toEqual([
    'Start: reached.',
    'Margin call: at −28.9%, or by interest alone in 700 days.',
    'Liquidation: at −28.9%.',
    'The lender holds your collateral. If it fails or stops withdrawals, no figure here helps.',
  ]);
});
