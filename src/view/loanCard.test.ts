import { describe, expect, it } from 'vitest';
import type { KeptCustodial, KeptTerm } from '../model/lender';
import type { Prices } from '../risk/factors';
import { loanCard, loanCards } from './loanCard';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-18T12:00:00Z');
const none: Prices = new Map();

const ledn: KeptCustodial = {
  kind: 'custodial',
  id: 'a',
  name: 'Ledn',
  currency: 'usd',
  yearlyRate: '0.1',
  loan: '50000',
  asOf: '2026-11-18',
  tiers: { start: '0.5', marginCall: '0.7', liquidation: '0.8' },
  collateral: [{ symbol: 'BTC', amount: '1', price: '100000', follows: false }],
};
const maple: KeptTerm = {
  kind: 'term',
  id: 'b',
  name: 'Maple',
  currency: 'USDC',
  yearlyRate: '0.09',
  principal: '1000000',
  nextPayment: { date: '2026-12-01', amount: '7500' },
  dueDate: '2027-02-28',
  graceDays: 5,
};
const follower: KeptCustodial = {
  ...ledn,
  collateral: [{ symbol: 'WBTC', amount: '1', price: '0', follows: true }],
};
const pricedAt = (timestamp: number): Prices =>
  new Map([['WBTC', { symbol: 'WBTC', price: '62500', title: 'Aave v3 Core · Ethereum', timestamp }]]);

describe('a loan at a lender that keeps the collateral', () => {
  it('says its loan-to-value, its tiers, its price and the risk that no figure has', () => {
    expect(loanCard(ledn, none, NOON)).toMatchObject({
      title: 'Ledn',
      level: 'watch',
      figure: '50.0%',
      facts: ['$50,000 owed at 10% a year'],
      tiers: [
        { name: 'Start', ltv: '50%', prices: [], reach: 'reached' },
        {
          name: 'Margin call',
          ltv: '70%',
          prices: ['BTC $71,429'],
          reach: 'at −28.5%, or by interest alone in 1228 days',
        },
        {
          name: 'Liquidation',
          ltv: '80%',
          prices: ['BTC $62,500'],
          reach: 'at −37.5%, or by interest alone in 1715 days',
        },
      ],
      notes: [
        'BTC at $100,000.00, entered by hand as of 2026-11-18.',
        'The lender holds your collateral. If it fails or stops withdrawals, no figure here helps.',
      ],
    });
  });

  it('owes the interest since the day it was entered for', () => {
    const { figure, facts } = loanCard(ledn, none, NOON + 365 * DAY);
    // 50,000 × (1 + 0.1/365)^365 = 55,257.79, reckoned apart
    expect({ figure, facts }).toEqual({
      figure: '55.3%',
      facts: ['$55,258 owed at 10% a year, with interest of 365 days and nothing paid back'],
    });
  });

  it('follows the chain, and is unknown when that is silent', () => {
    const seconds = NOON / 1000;
    expect(loanCard(follower, pricedAt(seconds - 30), NOON)).toMatchObject({
      level: 'liquidatable',
      figure: '80.0%',
      notes: ['WBTC at $62,500.00, as Aave v3 Core · Ethereum has it, read 30 s ago.', expect.any(String)],
    });
    expect(loanCard(follower, pricedAt(seconds - 601), NOON)).toMatchObject({
      level: 'unknown',
      figure: '?',
      tiers: [],
      facts: ['No news of the price of WBTC for 10 minutes. Refresh, or enter it by hand.'],
    });
    expect(loanCard(follower, none, NOON).facts).toEqual([
      'No watched position has WBTC any more. Enter its price by hand.',
    ]);
    expect(loanCard({ ...follower, currency: 'EUR' }, pricedAt(seconds), NOON).facts).toEqual([
      'On-chain prices are in dollars. Enter the price of WBTC in EUR by hand.',
    ]);
  });

  it('is unknown where it makes no sense', () => {
    const tiers = { start: '0.9', marginCall: '0.7', liquidation: '0.8' };
    expect(loanCard({ ...ledn, tiers }, none, NOON)).toMatchObject({ level: 'unknown', figure: '?' });
    expect(loanCard({ ...maple, dueDate: '2027-02-30' }, none, NOON)).toMatchObject({ level: 'unknown' });
  });
});

it.each([
  ['2026-11-23', 'safe', 'On time', 'due in 8 days'],
  ['2026-11-24', 'watch', 'Due soon', 'due in 7 days'],
  ['2026-12-06', 'low', 'In grace', 'in grace, last day'],
  ['2026-12-07', 'critical', 'Overdue', 'overdue by 6 days'],
])('a loan with dates on %s is %s', (day, level, word, figure) => {
  expect(loanCard(maple, none, Date.parse(day))).toMatchObject({
    level,
    word,
    figure,
    figureName: 'Next payment',
    notes: ['No price triggers this.'],
  });
});

it('puts the worst first', () => {
  const at = (id: string, price: string) => ({
    ...ledn,
    id,
    collateral: [{ symbol: 'BTC', amount: '1', price, follows: false }],
  });
  const loans = [at('safe', '200000'), maple, at('low', '71000'), at('lower', '70000'), at('gone', '60000')];
  const ids = loanCards([...loans, { ...follower, id: 'unknown' }], none, NOON).map(({ card }) => card.id);
  expect(ids).toEqual(['gone', 'lower', 'low', 'unknown', 'safe', 'b']);
});
