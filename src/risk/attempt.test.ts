import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import type { Action } from '../model/action';
import { attempt } from './attempt';

const ether = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const dollars = (symbol: string, amount: bigint) => ({
  symbol,
  decimals: 6,
  amount: amount * 10n ** 6n,
  price: DOLLAR,
});
const act = (kind: Action['kind'], place: number, amount: bigint): Action => ({ kind, place, amount });

/** 80% and 75%: it may owe $15,000 and is liquidated above $16,000. */
const loan = position([ether], [dollars('USDC', 4_000n), dollars('DAI', 6_000n)]);

describe('several actions', () => {
  it('each meet their own asset, though one before them is gone', () => {
    const { after, refusals, places } = attempt(loan, [
      act('borrow', 1, 500_000_000n),
      act('repay', 0, 9_999_000_000n),
    ]);
    expect(refusals).toEqual([null, null]);
    // The pool's rounding may add ten units.
    expect(after.debt.map(({ symbol, amount }) => [symbol, amount])).toEqual([['DAI', '6500000010']]);
    expect(places).toEqual({ collateral: [0], debt: [1] });
  });

  it('leave out what the contract refuses, and say why at its place', () => {
    const { after, refusals } = attempt(loan, [
      act('borrow', 0, 5_100_000_000n),
      act('repay', 1, 1_000_000n),
    ]);
    expect(refusals).toEqual(['it is more than the collateral lets you borrow', null]);
    expect(after.debt.map(({ amount }) => amount)).toEqual(['4000000000', '5999000010']);
  });

  it('help before they take, in whatever order they are given', () => {
    const { refusals } = attempt(loan, [act('borrow', 0, 6_000_000_000n), act('supply', 0, 2n * ETHER)]);
    expect(refusals).toEqual([null, null]);
  });

  it('withdraw before they borrow, which asks for more', () => {
    // 15,000 / 0.75 / 2,000 = 10 ETH: the loan alone would pass, and so would the withdrawal by its threshold.
    const both = [act('borrow', 0, 4_900_000_000n), act('withdraw', 0, ETHER / 2n)];
    expect(attempt(loan, both).refusals).toEqual(['it is more than the collateral lets you borrow', null]);
    expect(attempt(loan, both.slice(0, 1)).refusals).toEqual([null]);
  });
});
