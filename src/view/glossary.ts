import type { Term } from '../model/card';

export interface Entry {
  readonly name: string;
  /** What it means to a borrower, in a sentence or two. */
  readonly meaning: string;
}

export const glossary: Readonly<Record<Term, Entry>> = {
  healthFactor: {
    name: 'Health factor',
    meaning:
      'What your collateral counts for against liquidation, divided by your debt. Below 1 you are liquidated.',
  },
  buffer: {
    name: 'Buffer',
    meaning: 'How far the value of your collateral may fall before you are liquidated.',
  },
  liquidationPrice: {
    name: 'Liquidation price',
    meaning: 'The price of one asset at which you are liquidated while every other price stays as it is.',
  },
  together: {
    name: 'All together',
    meaning:
      'How far all your volatile assets may move at once before you are liquidated. Crypto tends to fall together.',
  },
  loss: {
    name: 'Loss if liquidated',
    meaning: 'What the largest single liquidation takes beyond the debt it pays off, at today’s prices.',
  },
  borrowingPower: {
    name: 'Borrowing power',
    meaning:
      'The most you may borrow against your collateral. It lies below the limit at which you are liquidated.',
  },
  utilization: {
    name: 'Utilization',
    meaning: 'How much of your borrowing power is in use. Below 80% leaves room for a fall.',
  },
  collateral: {
    name: 'Collateral',
    meaning: 'What you supplied, at the prices the protocol itself uses.',
  },
  debt: {
    name: 'Debt',
    meaning: 'What you owe, with interest up to this block.',
  },
};
