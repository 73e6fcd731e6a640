import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { rules } from '../protocols/aaveV3/rules';
import type { AaveV3Position } from '../protocols/aaveV3/rules.position';
import { assess } from './assess';
import { safeAmounts } from './safeAmounts';
import { Exact } from './value';

const ether = (amount: bigint, more = {}) => ({
  symbol: 'WETH',
  amount: amount * ETHER,
  price: 2000n * DOLLAR,
  ...more,
});
const dollars = (amount: bigint, symbol = 'USDC', more = {}) => ({
  symbol,
  decimals: 6,
  amount: amount * 10n ** 6n,
  price: DOLLAR,
  ...more,
});

/** 10 ETH at $2,000, 80% and 75%: with 20% of buffer they carry $12,800, and the pool lends $15,000. */
const owing = (amount: bigint, more = {}) => position([ether(10n, more)], [dollars(amount)]);

describe('safe amounts', () => {
  it('end where the buffer would, less the ten units that rounding may take', () => {
    const { borrow, withdraw } = safeAmounts(owing(8_000n));
    expect(borrow).toMatchObject([{ amount: '4799999990', isWhole: false, reason: null }]);
    // 8,000 / 0.8 / 0.8 / 2,000 = 6.25 ETH have to stay.
    expect(withdraw).toMatchObject([{ amount: '3749999999999999990', isWhole: false, reason: null }]);
  });

  it('of a loan end where the contract lends no more', () => {
    const [usdc] = safeAmounts(owing(8_000n), '0.01').borrow;
    expect(usdc).toMatchObject({
      amount: '6999999990',
      reason: 'it is more than the collateral lets you borrow',
    });
  });

  it('are none where the buffer is gone already', () => {
    const { borrow, withdraw } = safeAmounts(owing(13_000n));
    expect([borrow[0]?.amount, withdraw[0]?.amount]).toEqual(['0', '0']);
  });

  it('are all there is where nothing rests on it', () => {
    const odd = position([ether(10n), dollars(5n, 'DAI', { enabled: false })], [dollars(8_000n)]);
    expect(safeAmounts(odd).withdraw[1]).toMatchObject({ amount: '5000000', isWhole: true, reason: null });
    const free = position([ether(10n)], []);
    expect(safeAmounts(free)).toMatchObject({ borrow: [], withdraw: [{ isWhole: true }] });
  });

  it('are none of what is frozen or paused', () => {
    const open = owing(8_000n);
    const closed: AaveV3Position = {
      ...open,
      collateral: open.collateral.map((held) => ({ ...held, conditions: ['paused'] })),
      debt: open.debt.map((owed) => ({ ...owed, conditions: ['frozen'] })),
    };
    const { borrow, withdraw } = safeAmounts(closed);
    expect(borrow).toMatchObject([{ amount: '0', reason: 'USDC is frozen' }]);
    expect(withdraw).toMatchObject([{ amount: '0', reason: 'WETH is paused' }]);
  });

  it('leave what has to go first', () => {
    const two = position([ether(10n), ether(1n, { symbol: 'BAL', loanToValue: 0 })], [dollars(1_000n)]);
    const [weth, bal] = safeAmounts(two).withdraw;
    expect(weth).toMatchObject({ amount: '0', reason: 'BAL has to be withdrawn first' });
    expect(bal).toMatchObject({ isWhole: true });
  });
});

const SEED = 20261122;
const anyPosition = fc
  .record({
    arithmetic: fc.constantFrom('exactSum' as const, 'averaged' as const),
    collateral: fc.array(
      fc.record({
        tokens: fc.bigInt(1n, 10n ** 6n),
        price: fc.bigInt(10n ** 6n, 10n ** 13n),
        decimals: fc.constantFrom(2, 6, 8, 18),
        threshold: fc.integer({ min: 5000, max: 9500 }),
        below: fc.integer({ min: 0, max: 4000 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    /** Of a whole token, so that amounts are odd. */
    digits: fc.bigInt(1n, 10n ** 18n),
    decimals: fc.constantFrom(6, 8, 18),
    used: fc.bigInt(1n, 100n),
  })
  .map(({ arithmetic, collateral, digits, decimals, used }) => {
    const held = collateral.map(({ below, tokens, ...each }, at) => ({
      ...each,
      amount: (tokens * ETHER + digits) / 10n ** BigInt(18 - each.decimals),
      symbol: `C${at}`,
      loanToValue: each.threshold - below,
    }));
    const lent = held.reduce(
      (sum, { amount, price, loanToValue, decimals: of }) =>
        sum + (amount * price * BigInt(loanToValue)) / 10_000n / 10n ** BigInt(of),
      0n,
    );
    const amount = (((lent * used) / 100n) * 10n ** BigInt(decimals)) / DOLLAR + 1n;
    const owed = { symbol: 'D', decimals, price: DOLLAR, amount };
    return position(held, [owed], { arithmetic, version: arithmetic === 'averaged' ? '3.0' : '3.5' });
  });

/** The buffer and the health factor that are wanted, and Aave's loan-to-value, which only a loan is judged by. */
function isFine(of: AaveV3Position, percent: bigint, isLoan: boolean): boolean {
  const risk = assess(of);
  if (risk.kind !== 'borrowing') return true;
  // Until 3.4 the pool rounds a debt down to its eight decimals.
  const isWithin = new Exact(risk.borrowingPower).plus('0.00000001').gt(risk.debtValue);
  return (
    new Exact(risk.buffer.share).mul(100).gte(`${percent}`) &&
    rules.healthFactor(of)! >= (100n * ETHER) / (100n - percent) &&
    (!isLoan || isWithin)
  );
}

it(`for any position each amount keeps what is wanted and one unit more does not (seed ${SEED})`, () => {
  const seen = { buffer: 0, limit: 0, whole: 0 };
  fc.assert(
    fc.property(anyPosition, fc.constantFrom(1n, 4n, 20n, 40n), (of, percent) => {
      const { borrow, withdraw } = safeAmounts(of, `${Number(percent) / 100}`);
      for (const [kind, amounts] of [['borrow', borrow] as const, ['withdraw', withdraw] as const]) {
        for (const { place, amount, isWhole, reason } of amounts) {
          const exactly = { kind, place, amount: BigInt(amount) };
          if (exactly.amount > 0n) {
            expect(isFine(rules.after(of, exactly), percent, kind === 'borrow')).toBe(true);
            expect(rules.refusal(of, exactly)).toBeNull();
          }
          if (isWhole) {
            seen.whole++;
            expect(amount).toBe(of.collateral[place]?.amount);
            continue;
          }
          const more = { ...exactly, amount: exactly.amount + 1n };
          // The pool averages its loan-to-value and floors it, so it can refuse a little earlier than the sum would.
          if (reason === null) expect(isFine(rules.after(of, more), percent, false)).toBe(false);
          else expect(rules.refusal(of, more)).toBe(reason);
          seen[reason === null ? 'buffer' : 'limit']++;
        }
      }
    }),
    { numRuns: 600, seed: SEED },
  );
  expect(Math.min(seen.buffer, seen.limit, seen.whole)).toBeGreaterThan(200);
}, 60_000);
