import { describe, expect, it } from 'vitest';
import type { KeptLoan, LoanDraft, LoanField } from '../model/lender';
import { draftOf, newDraft, parseDraft } from './loanDraft';

const TODAY = '2026-11-18';

const custodial: KeptLoan = {
  kind: 'custodial',
  id: 'a',
  name: 'Ledn',
  currency: 'USD',
  yearlyRate: '0.129',
  loan: '50000.5',
  asOf: '2026-11-01',
  tiers: { start: '0.5', marginCall: '0.714', liquidation: '0.8333' },
  collateral: [
    { symbol: 'BTC', amount: '0.00000001', price: '100000', follows: false },
    { symbol: 'WETH', amount: '2', price: '0', follows: true },
  ],
};
const term: KeptLoan = {
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

const withFields = (loan: KeptLoan, fields: Partial<Record<LoanField, string>>): LoanDraft => {
  const draft = draftOf(loan);
  return { ...draft, fields: { ...draft.fields, ...fields } };
};
const errorsOf = (draft: LoanDraft) => {
  const parsed = parseDraft(draft, 'id', TODAY);
  return parsed.ok ? {} : parsed.errors;
};

describe('the form of a loan', () => {
  it.each([custodial, term, { ...term, nextPayment: null }])('gives back what was put in', (loan) => {
    expect(parseDraft(draftOf(loan), loan.id, TODAY)).toEqual({ ok: true, loan });
  });

  it('asks for everything at first but what has a usual answer', () => {
    expect(Object.keys(errorsOf(newDraft(TODAY))).sort()).toEqual([
      'collateral.0.amount',
      'collateral.0.price',
      'collateral.0.symbol',
      'liquidation',
      'loan',
      'marginCall',
      'name',
      'start',
      'yearlyRate',
    ]);
  });

  it.each([
    [custodial, 'loan', '1,5', 'Write it with a point and without commas, like 1250.50.'],
    [custodial, 'yearlyRate', '-1', 'Not less than 0.'],
    [custodial, 'asOf', '2026-11-19', 'Not after today.'],
    [custodial, 'asOf', '2026-02-29', 'Choose a day.'],
    [custodial, 'currency', ' ', 'Name the currency.'],
    [custodial, 'start', '72', 'The tiers must rise from start to margin call to liquidation, up to 100%.'],
    [term, 'dueDate', '', 'Choose a day.'],
    [term, 'paymentDate', '', 'Choose a day.'],
    [term, 'paymentAmount', '', 'Enter a number.'],
    [term, 'graceDays', '1.5', 'A whole number of days, up to 999.'],
  ] as const)('%#: says what is wrong with one field', (loan, field, text, message) => {
    expect(errorsOf(withFields(loan, { [field]: text }))).toEqual({ [field]: message });
  });
});
