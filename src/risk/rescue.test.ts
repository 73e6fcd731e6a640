import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { rules } from '../protocols/aaveV3/rules';
import type { AaveV3Position } from '../protocols/aaveV3/rules.position';
import { assess } from './assess';
import { rescue, rescueAfterRepaying } from './rescue';
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

/** 10 ETH at $2,000 and 80% count for $16,000; with 20% of buffer they carry $12,800. */
const owing = (amount: bigint, more: Partial<AaveV3Position> = {}) =>
  position([ether(10n)], [dollars(amount)], more);

describe('a rescue', () => {
  it('is not needed where the buffer is there', () => {
    expect(rescue(owing(12_800n))).toEqual({ buffer: '0.2', isReached: true, repay: [], add: [] });
  });

  it('repays down to what the collateral carries, and the ten units that rounding may take', () => {
    const [usdc] = rescue(owing(15_000n)).repay;
    expect(usdc).toMatchObject({ place: 0, amount: '2200000010', isWhole: false, reason: null });
  });

  it('adds what the debt asks for, and the ten units', () => {
    // 15,000 / 0.8 / 0.8 / 2,000 = 11.71875 ETH.
    const [weth] = rescue(owing(15_000n)).add;
    expect(weth).toMatchObject({ place: 0, amount: '1718750000000000010', reason: null });
  });

  it('aims at the buffer that is asked for', () => {
    expect(rescue(owing(9_000n)).isReached).toBe(true);
    expect(rescue(owing(12_800n), '0.4').repay[0]?.amount).toBe('3200000010');
    expect(() => rescue(owing(1n), '1')).toThrow('not a share');
  });

  it('aims lower where the pair moves together', () => {
    const staked = { symbol: 'wstETH', amount: 100n * ETHER, price: 2000n * DOLLAR, threshold: 10_000 };
    expect(rescue(position([staked], [ether(97n)]))).toMatchObject({
      buffer: '0.04',
      repay: [{ amount: '1000000000000000010' }],
    });
  });

  it('adds what is missing after all that a wallet holds is repaid', () => {
    // 14,000 / 0.8 / 0.8 / 2,000 = 10.9375 ETH, and the ten units of USDC that the first step may lose.
    const { add } = rescueAfterRepaying(owing(15_000n), { place: 0, amount: 1_000_000_000n });
    expect(BigInt(add[0]?.amount ?? 0) - 937_500_000_000_000_000n).toBeGreaterThan(0n);
    expect(BigInt(add[0]?.amount ?? 0) - 937_500_000_000_000_000n).toBeLessThan(10_000_000_000n);
    expect(rescueAfterRepaying(owing(15_000n), { place: 0, amount: 3_000_000_000n }).isReached).toBe(true);
  });
});

describe('says why there is no amount', () => {
  it('where one debt of several is too small', () => {
    const two = position([ether(10n)], [dollars(15_000n), dollars(100n, 'DAI')]);
    expect(rescue(two).repay[1]).toMatchObject({
      amount: null,
      reason: 'repaying all of it is not enough',
    });
  });

  it('where a collateral does not count, and leaves out what is not used', () => {
    const odd = position(
      [ether(10n), dollars(1n, 'BAL', { threshold: 0 }), dollars(5n, 'DAI', { enabled: false })],
      [dollars(15_000n)],
    );
    expect(rescue(odd).add.map(({ place, reason }) => ({ place, reason }))).toEqual([
      { place: 0, reason: null },
      { place: 1, reason: 'it does not count as collateral' },
    ]);
  });

  it('where the contract takes nothing', () => {
    const open = owing(15_000n);
    const frozen: AaveV3Position = {
      ...open,
      collateral: open.collateral.map((held) => ({ ...held, conditions: ['frozen'] })),
      debt: open.debt.map((owed) => ({ ...owed, conditions: ['paused'] })),
    };
    const { add, repay } = rescue(frozen);
    expect(add[0]).toMatchObject({ amount: null, reason: 'WETH is frozen' });
    expect(repay[0]).toMatchObject({ amount: null, reason: 'USDC is paused' });
  });
});

it('repays a whole debt where nothing counts as collateral', () => {
  const bare = position([ether(10n, { enabled: false })], [dollars(100n)]);
  expect(rescue(bare).repay[0]).toMatchObject({ amount: '100000000', isWhole: true });
});

const SEED = 20261121;
const anyPosition = fc
  .record({
    arithmetic: fc.constantFrom('exactSum' as const, 'averaged' as const),
    collateral: fc.array(
      fc.record({
        tokens: fc.bigInt(1n, 10n ** 6n),
        price: fc.bigInt(10n ** 6n, 10n ** 13n),
        decimals: fc.constantFrom(2, 6, 8, 18),
        threshold: fc.integer({ min: 1, max: 9500 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    /** Of a whole token, so that amounts are odd. */
    digits: fc.bigInt(1n, 10n ** 18n),
    debts: fc.array(
      fc.record({ share: fc.integer({ min: 1, max: 9 }), decimals: fc.constantFrom(2, 6, 8, 18) }),
      { minLength: 1, maxLength: 3 },
    ),
    used: fc.integer({ min: 10, max: 130 }),
  })
  .map(({ arithmetic, collateral, digits, debts, used }) => {
    const held = collateral.map(({ tokens, ...each }, at) => ({
      ...each,
      amount: (tokens * ETHER + digits) / 10n ** BigInt(18 - each.decimals),
      symbol: `C${at}`,
      loanToValue: each.threshold,
    }));
    const counted = held.reduce(
      (sum, { amount, price, threshold, decimals }) =>
        sum + (amount * price * BigInt(threshold)) / 10_000n / 10n ** BigInt(decimals),
      0n,
    );
    const shares = debts.reduce((sum, { share }) => sum + share, 0);
    const owed = debts.map(({ share, decimals }, at) => ({
      symbol: `D${at}`,
      decimals,
      price: DOLLAR,
      amount:
        (((counted * BigInt(used * share)) / BigInt(100 * shares)) * 10n ** BigInt(decimals)) / DOLLAR + 1n,
    }));
    return position(held, owed, { arithmetic, version: arithmetic === 'averaged' ? '3.0' : '3.5' });
  });

/** The buffer that the popup shows, and the contract's own health factor, which is a wad rounded down. */
function isAt(of: AaveV3Position, percent: bigint): boolean {
  const risk = assess(of);
  if (risk.kind !== 'borrowing') return true;
  return (
    new Exact(risk.buffer.share).mul(100).gte(`${percent}`) &&
    rules.healthFactor(of)! >= (100n * ETHER) / (100n - percent)
  );
}

describe(`for any position (seed ${SEED})`, () => {
  it('each amount reaches the buffer and one unit less does not', () => {
    const seen = { enough: 0, none: 0, reached: 0 };
    fc.assert(
      fc.property(anyPosition, fc.constantFrom(4n, 10n, 20n, 40n), (of, percent) => {
        const { isReached, repay, add } = rescue(of, `${Number(percent) / 100}`);
        expect(isReached).toBe(isAt(of, percent));
        if (isReached) seen.reached++;
        for (const [kind, remedies] of [['repay', repay] as const, ['supply', add] as const]) {
          for (const { place, amount } of remedies) {
            if (amount === null) {
              seen.none++;
              const all = { kind, place, amount: kind === 'repay' ? 10n ** 40n : 10n ** 60n };
              expect(isAt(rules.after(of, all), percent)).toBe(false);
              continue;
            }
            seen.enough++;
            const exactly = { kind, place, amount: BigInt(amount) };
            expect(isAt(rules.after(of, exactly), percent)).toBe(true);
            expect(isAt(rules.after(of, { ...exactly, amount: exactly.amount - 1n }), percent)).toBe(false);
          }
        }
      }),
      { numRuns: 600, seed: SEED },
    );
    expect(seen.enough).toBeGreaterThan(500);
    expect(seen.none).toBeGreaterThan(100);
    expect(seen.reached).toBeGreaterThan(100);
  }, 60_000);

  it('more that is added or repaid never lowers the buffer, nor the health factor of an exact sum', () => {
    const more = fc.bigInt(0n, 10n ** 22n);
    fc.assert(
      fc.property(anyPosition, fc.nat(3), more, more, (of, place, first, further) => {
        for (const kind of ['supply', 'repay'] as const) {
          const less = rules.after(of, { kind, place, amount: first });
          const most = rules.after(of, { kind, place, amount: first + further });
          const [a, b] = [assess(less), assess(most)];
          if (a.kind !== 'borrowing') expect(b.kind).toBe('no-debt');
          if (a.kind !== 'borrowing' || b.kind !== 'borrowing') continue;
          expect(new Exact(b.buffer.share).gte(a.buffer.share)).toBe(true);
          const rises = rules.healthFactor(most)! >= rules.healthFactor(less)!;
          if (of.arithmetic === 'exactSum') expect(rises).toBe(true);
        }
      }),
      { numRuns: 600, seed: SEED },
    );
  }, 60_000);
});
