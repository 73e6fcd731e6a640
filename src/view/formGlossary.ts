import type { Entry } from './glossary';

/** The words of forms, which the badge has no room for. */
export const factorEntries: readonly Entry[] = [
  {
    name: 'LTV, loan-to-value',
    meaning: 'The share of an asset’s value that you may borrow. At 75%, $100 of it lends $75.',
  },
  {
    name: 'Threshold',
    meaning:
      'The share of an asset’s value that counts against liquidation. It lies above the loan-to-value.',
  },
  {
    name: 'Buffer',
    meaning: 'How far the value of your collateral may fall before you are liquidated.',
  },
];

export const lenderEntries: readonly Entry[] = [
  {
    name: 'Loan-to-value',
    meaning: 'What you owe, divided by what your collateral is worth. It rises when prices fall.',
  },
  { name: 'Start', meaning: 'The loan-to-value that the lender lends at.' },
  {
    name: 'Margin call',
    meaning: 'From here the lender asks you for more collateral, or to pay back a part.',
  },
  { name: 'Liquidation', meaning: 'From here the lender sells your collateral to pay itself.' },
  { name: 'Grace days', meaning: 'How many days late a payment may be before the loan is in default.' },
];
