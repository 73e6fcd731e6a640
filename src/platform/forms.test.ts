import { describe, expect, it } from 'vitest';
import { draftIn, rowsIn, sortedOut } from './forms';

const custodial = {
  kind: 'custodial',
  id: 'a',
  name: 'Ledn',
  currency: 'USD',
  yearlyRate: '0.129',
  loan: '50000',
  asOf: '2026-11-18',
  tiers: { start: '0.5', marginCall: '0.7', liquidation: '0.8' },
  collateral: [{ symbol: 'BTC', amount: '1', price: '100000', follows: false }],
};
const term = {
  kind: 'term',
  id: 'b',
  name: 'Maple',
  currency: 'USDC',
  yearlyRate: '0.09',
  principal: '1000000',
  nextPayment: null,
  dueDate: '2027-02-28',
  graceDays: 5,
};

describe('loans as they are kept', () => {
  it('come back whole', () => {
    const kept = { version: 1, loans: [custodial, term], setAside: [] };
    expect(sortedOut(JSON.parse(JSON.stringify(kept)))).toEqual({ loans: [custodial, term], setAside: [] });
    expect(sortedOut(null)).toEqual({ loans: [], setAside: [] });
  });

  it.each([
    ['a number that is none', { ...custodial, loan: '5e4' }],
    ['a number that is not text', { ...custodial, yearlyRate: 0.1 }],
    ['a kind that is not known', { ...term, kind: 'flash' }],
    ['a day that is none', { ...term, dueDate: 'soon' }],
    ['a day of grace cut in two', { ...term, graceDays: 0.5 }],
    ['less than no grace', { ...term, graceDays: -5 }],
    ['nothing at all', null],
  ])('set %s aside and keep the others', (_, broken) => {
    const kept = { version: 1, loans: [broken, custodial], setAside: ['before'] };
    expect(sortedOut(kept)).toEqual({ loans: [custodial], setAside: ['before', broken] });
  });

  it.each([[{ version: 2, loans: [custodial], setAside: [] }], ['damaged'], [7], [[custodial]]])(
    'set everything aside that is of another form: %j',
    (stored) => {
      expect(sortedOut(stored)).toEqual({ loans: [], setAside: [stored] });
    },
  );
});

it('what is typed comes back as it was, and anything else as nothing', () => {
  const rows = [
    { side: 'collateral', symbol: 'ETH', amount: '1,5', price: '', factor: 'x', threshold: '' },
    { side: 'debt', symbol: '', value: '10' },
  ];
  expect(rowsIn(rows)).toEqual(rows);
  expect(rowsIn([{ side: 'neither', symbol: '' }])).toBeNull();
  expect(rowsIn([{ side: 'debt', symbol: '', value: 10 }])).toBeNull();
  expect(rowsIn(null)).toBeNull();
  expect(draftIn({ id: null, kind: 'term', fields: {}, collateral: [] })).toBeNull();
});
