import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustodialLoan } from '../model/lender';
import { custodialRisk } from './custodial';
import { lenderPresets } from './lenderPresets';

const SEED = 20261121;

const loan: CustodialLoan = {
  name: 'Ledn',
  collateral: [{ symbol: 'BTC', amount: '1', price: '100000' }],
  loan: '50000',
  currency: 'USD',
  yearlyRate: '0.1',
  tiers: { start: '0.5', marginCall: '0.7', liquidation: '0.8' },
};
const bitcoinAt = (price: string) =>
  custodialRisk({ ...loan, collateral: [{ symbol: 'BTC', amount: '1', price }] });

describe('a loan against collateral that the lender holds', () => {
  it('has a price, a fall and a day for each tier, rounded towards now', () => {
    const { ltv, level, standing, tiers } = custodialRisk(loan);
    expect({ ltv, level, standing }).toEqual({ ltv: '0.5', level: 'watch', standing: 'start' });
    expect(tiers).toEqual([
      { tier: 'start', ltv: '0.5', reached: true, prices: [null], move: null, days: 0 },
      // 50,000 / 0.7; ln 1.4 / ln(1 + 0.1/365) = 1,228.3
      {
        tier: 'marginCall',
        ltv: '0.7',
        reached: false,
        prices: ['71428.57142858'],
        move: '-0.285714',
        days: 1228,
      },
      // ln 1.6 / ln(1 + 0.1/365) = 1,715.7
      { tier: 'liquidation', ltv: '0.8', reached: false, prices: ['62500'], move: '-0.375', days: 1715 },
    ]);
  });

  it('holds the other collateral, which alone may be enough', () => {
    const ether = { symbol: 'ETH', amount: '10', price: '2000' };
    const { tiers } = custodialRisk({ ...loan, collateral: [...loan.collateral, ether] });
    // 62,500 in all at liquidation: 42,500 of bitcoin beside the ether; bitcoin alone is enough.
    expect(tiers[2]?.prices).toEqual(['42500', null]);
  });

  it('is judged by the buffer to liquidation, and by the margin call', () => {
    expect(bitcoinAt('200000').level).toBe('safe');
    expect(bitcoinAt('71428.57')).toMatchObject({ level: 'low', standing: 'marginCall' });
    expect(bitcoinAt('65000').level).toBe('critical');
    expect(bitcoinAt('62500')).toMatchObject({ level: 'liquidatable', standing: 'liquidation', ltv: '0.8' });
    expect(bitcoinAt('0')).toMatchObject({ level: 'liquidatable', ltv: null });
    const early = custodialRisk({ ...loan, tiers: { start: '0.4', marginCall: '0.45', liquidation: '0.9' } });
    expect(early.level).toBe('low');
  });

  it('has no day without interest and no tier without a loan', () => {
    expect(custodialRisk({ ...loan, yearlyRate: '0' }).tiers[2]?.days).toBeNull();
    expect(custodialRisk({ ...loan, loan: '0' })).toMatchObject({ level: 'safe', standing: null, ltv: '0' });
  });

  it('says what is wrong with a number', () => {
    expect(() => custodialRisk({ ...loan, loan: '1,000' })).toThrow(
      'The loan must be a number, like 1250.50.',
    );
    const tiers = { start: '0.8', marginCall: '0.7', liquidation: '0.9' };
    expect(() => custodialRisk({ ...loan, tiers })).toThrow('must rise');
  });

  it.each(lenderPresets)('accepts the usual terms of $name', ({ tiers }) => {
    expect(custodialRisk({ ...loan, tiers }).standing).toBe('start');
  });
});

it(`is at the tier one hundred-millionth below its price, and on the day after its last (seed ${SEED})`, () => {
  const number = fc.integer({ min: 1, max: 10 ** 7 });
  fc.assert(
    fc.property(
      number,
      number,
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 40 }),
      (amount, price, ltv, rate) => {
        const of = (at: string, owed: string): CustodialLoan => ({
          ...loan,
          loan: owed,
          yearlyRate: `${rate / 100}`,
          collateral: [{ symbol: 'BTC', amount: `${amount}`, price: at }],
        });
        const owed = (BigInt(amount) * BigInt(price) * BigInt(ltv)) / 100n;
        if (owed === 0n) return;
        for (const { tier, prices, days } of custodialRisk(of(`${price}`, `${owed}`)).tiers) {
          const reachedAt = (at: string, loaned = `${owed}`) =>
            custodialRisk(of(at, loaned)).tiers.find((each) => each.tier === tier)?.reached;
          const [found] = prices;
          if (!found || days === null) continue;
          const integer = BigInt(found.replace('.', '') + '0'.repeat(8 - (found.split('.')[1] ?? '').length));
          const below = `${integer - 1n}`.padStart(9, '0');
          expect(reachedAt(`${below.slice(0, -8)}.${below.slice(-8)}`)).toBe(true);
          const grown = (on: number) => (Number(owed) * (1 + rate / 36_500) ** on).toFixed(6);
          expect(reachedAt(`${price}`, grown(days + 1.001))).toBe(true);
          if (days > 0) expect(reachedAt(`${price}`, grown(days - 0.001))).toBe(false);
        }
      },
    ),
    { numRuns: 300, seed: SEED },
  );
});
