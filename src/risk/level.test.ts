import { expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { assess } from './assess';
import { usualChoices } from './choices';
import { keyOf } from './key';
import { limitsFor } from './level';
import { Exact } from './value';

/** 10 ether of $2,000 at 80% against $13,000: a buffer of 18.75%. */
const loan = position(
  [{ symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR }],
  [{ symbol: 'USDC', decimals: 6, amount: 13_000_000_000n, price: DOLLAR }],
);
const key = keyOf(loan.market, loan.owner);
const level = (choices = usualChoices) => {
  const risk = assess(loan, choices);
  return risk.kind === 'borrowing' ? risk.level : null;
};

it('the levels that the user chose decide, and a position’s own before those', () => {
  expect(level()).toBe('low');
  const levels = { ...usualChoices.levels, volatile: ['0.3', '0.1', '0.05'] as const };
  expect(level({ ...usualChoices, levels })).toBe('watch');
  expect(level({ ...usualChoices, levels, ownLevels: { [key]: ['0.6', '0.5', '0.2'] } })).toBe('critical');
  expect(level({ ...usualChoices, ownLevels: { other: ['0.6', '0.5', '0.2'] } })).toBe('low');
});

it('whatever was chosen, the contract’s verdict is the last word', () => {
  const generous = {
    ...usualChoices,
    levels: { ...usualChoices.levels, volatile: ['0.03', '0.02', '0.01'] as const },
  };
  const over = position(
    [{ symbol: 'WETH', amount: 8n * ETHER, price: 2000n * DOLLAR }],
    [{ symbol: 'USDC', decimals: 6, amount: 13_000_000_000n, price: DOLLAR }],
  );
  expect(assess(over, generous)).toMatchObject({ level: 'liquidatable' });
});

it('pairs that move together have levels of their own', () => {
  expect(limitsFor(usualChoices, key, true)).toEqual(['0.08', '0.04', '0.02']);
  expect(limitsFor(usualChoices, key, false).map((limit) => new Exact(limit).toString())).toEqual([
    '0.4',
    '0.2',
    '0.1',
  ]);
});
