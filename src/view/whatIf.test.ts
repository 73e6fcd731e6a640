import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { assess } from '../risk/assess';
import { changes, standingOf } from './changes';
import { canMove, type Draft, mostAt, movedTo, pricedIn, slotOf, tryOut, untouched } from './whatIf';

const ether = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const usdc = { symbol: 'USDC', decimals: 6, amount: 10_000n * 10n ** 6n, price: DOLLAR };
/** Health factor 1.6; $15,000 may be borrowed. */
const loan = position([ether], [usdc]);
const [etherFeed = '', dollarFeed = ''] = pricedIn(loan).map(({ feed }) => feed);
const supplied = slotOf('collateral', 0);
const owed = slotOf('debt', 0);

const draft = (more: Partial<Draft>): Draft => ({ ...untouched, ...more });
const healthFactor = (of: Draft) => standingOf(assess(tryOut(loan, of).after), '').healthFactor;

describe('what if', () => {
  it('is the position itself while nothing is changed', () => {
    expect(tryOut(loan, untouched)).toMatchObject({ after: loan, says: {} });
  });

  it('all volatile prices fall by a quarter, and dollars stand', () => {
    expect(healthFactor(draft({ steps: -250_000 }))).toBe('1.20');
    const prices = tryOut(loan, draft({ steps: -250_000 })).after;
    expect([prices.collateral[0]?.price, prices.debt[0]?.price]).toEqual(['150000000000', '100000000']);
  });

  it('one price is typed, over the common move', () => {
    expect(healthFactor(draft({ steps: -250_000, prices: { [etherFeed]: '1250' } }))).toBe('1.000');
  });

  it('what is typed cannot be understood, and counts for nothing', () => {
    const { after, says } = tryOut(
      loan,
      draft({
        prices: { [etherFeed]: '0', [dollarFeed]: '0.123456789' },
        entries: { [owed]: { kind: 'borrow', text: '1,5' } },
      }),
    );
    expect(after).toEqual(loan);
    expect(says).toEqual({
      [etherFeed]: { text: 'A price is above 0.', isWrong: true },
      [dollarFeed]: { text: 'There are 8 decimals at most.', isWrong: true },
      [owed]: { text: 'Use a point for decimals, and no commas.', isWrong: true },
    });
  });

  it('more is repaid than is owed: all of it', () => {
    const { after, says } = tryOut(loan, draft({ entries: { [owed]: { kind: 'repay', text: '99999' } } }));
    expect(after.debt).toEqual([]);
    expect(says).toEqual({ [owed]: { text: 'That is all of it.', isWrong: false } });
    expect(standingOf(assess(after), '')).toEqual({ level: 'safe', word: 'Safe', healthFactor: 'no debt' });
  });

  it('the contract refuses: it is said, and left out', () => {
    const { after, says } = tryOut(loan, draft({ entries: { [owed]: { kind: 'borrow', text: '5001' } } }));
    expect(after).toEqual(loan);
    expect(says[owed]).toEqual({
      text: 'The contract refuses: it is more than the collateral lets you borrow. Left out.',
      isWrong: true,
    });
  });
});

describe('the most at a buffer', () => {
  it('is on top of what else was changed', () => {
    const debt = { side: 'debt', place: 0 } as const;
    // 16,000 carry 12,800 at 20%; two more ETH carry 2,560 more. Ten units may be rounded away.
    expect(mostAt(loan, untouched, debt, '0.2')).toBe('2799.99999');
    const more = draft({
      entries: { [supplied]: { kind: 'supply', text: '2' }, [owed]: { kind: 'borrow', text: '7' } },
    });
    expect(mostAt(loan, more, debt, '0.2')).toBe('5359.999989'); // ten units of the ETH as well
    expect(mostAt(loan, draft({ steps: -400_000 }), debt, '0.2')).toBe('0');
  });

  it('is of the debt it was asked for, though the one before it is repaid', () => {
    const dai = { ...usdc, symbol: 'DAI', decimals: 18, amount: 100n * ETHER };
    const two = position([ether], [usdc, dai]);
    const repaid = draft({ entries: { [owed]: { kind: 'repay', text: '10000' } } });
    expect(mostAt(two, repaid, { side: 'debt', place: 1 }, '0.2')).toBe('12699.99999999999999999');
    expect(mostAt(two, repaid, { side: 'debt', place: 1 }, '0.2')).not.toBe(
      mostAt(two, untouched, { side: 'debt', place: 1 }, '0.2'),
    );
  });
});

describe('the price fields', () => {
  it('are one for each feed, named after all that it prices', () => {
    const staked = { ...ether, symbol: 'stETH', feed: 'WETH' };
    expect(pricedIn(position([ether, staked], [usdc, { ...ether }])).map(({ name }) => name)).toEqual([
      'ETH, stETH',
      'USDC',
    ]);
  });

  it('lose what was typed where the common move decides', () => {
    const typed = draft({ prices: { [etherFeed]: '1', [dollarFeed]: '0.9' } });
    expect(movedTo(loan, typed, -100_000)).toEqual(
      draft({ steps: -100_000, prices: { [dollarFeed]: '0.9' } }),
    );
  });

  it('have no common move among dollars', () => {
    expect(canMove(position([{ ...usdc, symbol: 'sUSDe' }], [usdc]))).toBe(false);
    expect(canMove(loan)).toBe(true);
  });
});

describe('before and after', () => {
  const risk = (of: Draft) => assess(tryOut(loan, of).after);

  it('stand beside each other in words', () => {
    const after = risk(draft({ entries: { [owed]: { kind: 'repay', text: '2000' } } }));
    // The pool's rounding may leave ten units more of the debt; half of it can be liquidated, with 5% on top.
    expect(changes(risk(untouched), after, loan)).toEqual([
      { name: 'Buffer', before: '−37%', after: '−49%' },
      { name: 'Utilization', before: '66.7%', after: '53.4%' },
      { name: 'ETH liquidated', before: 'below $1,250', after: 'below $1,001' },
      { name: 'USDC liquidated', before: 'above $1.6000', after: 'above $1.9990' },
      { name: 'Loss if liquidated', before: '−$250.00', after: '−$200.01' },
      { name: 'Debt', before: '$10,000', after: '$8,000' },
    ]);
  });

  it('say "none" where there is nothing, and "≈" where the contract differs', () => {
    const gone = risk(draft({ entries: { [owed]: { kind: 'repay', text: '10000' } } }));
    const rows = changes(risk(untouched), gone, { ...loan, agrees: false });
    expect(rows[0]).toEqual({ name: 'Buffer', before: '≈−37%', after: 'none' });
    expect(rows[2]?.before).toBe('below ≈$1,250');
    expect(rows.every(({ after }) => after === 'none')).toBe(true);
  });
});
