import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPosition } from '../../test/support/anyPosition';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { groups } from './groups';
import { pegOf } from './peg';
import { movedBy } from './reprice';
import { rulesOf } from './rules';

const SEED = 20261121;

const ether = { symbol: 'WETH', amount: 5n * ETHER, price: 2000n * DOLLAR };
const staked = { symbol: 'wstETH', amount: 4n * ETHER, price: 2500n * DOLLAR };
const bitcoin = { symbol: 'WBTC', decimals: 8, amount: DOLLAR, price: 20_000n * DOLLAR };
const usdc = { symbol: 'USDC', decimals: 6, amount: 24_000_000_000n, price: DOLLAR };

describe('groups that follow one price', () => {
  it('fall together while bitcoin stays', () => {
    // 20,000 of ether and 20,000 of bitcoin at 80% are 32,000 against 24,000: half of the ether's 16,000 may go.
    const { groups: found, depeg } = groups(position([ether, staked, bitcoin], [usdc]));
    expect(found).toEqual([
      {
        peg: 'ether',
        main: 'WETH',
        others: ['wstETH'],
        move: { direction: 'below', move: '-0.5', reason: null },
        price: '200000000000',
        safe: '100000000000',
        priceDecimals: 8,
      },
    ]);
    expect(depeg).toBeNull();
  });

  it('say so where the rest covers the debt', () => {
    const little = { ...usdc, amount: 10_000_000_000n };
    const [group] = groups(position([ether, staked, bitcoin], [little])).groups;
    expect(group).toMatchObject({ move: { move: null, reason: 'safe at every price' }, safe: null });
  });
});

describe('a pair that follows one price', () => {
  it('is liquidated at a ratio of collateral to debt', () => {
    // 4 of 2,500 at 80% are 8,000 against 3 of 2,000: a quarter may go, to 1,875 or 0.9375 ether.
    const { depeg } = groups(position([staked], [{ ...ether, amount: 3n * ETHER }]));
    expect(depeg).toEqual({
      collateral: 'wstETH',
      debt: 'WETH',
      move: { direction: 'below', move: '-0.25', reason: null },
      ratio: '1.25',
      safeRatio: '0.9375',
    });
  });
});

it('leaves collateral of the debt’s own coin with the debt', () => {
  // 8,000 of staked ether must cover 8,000 less the ether's 1,600: a fifth may go.
  const { depeg } = groups(
    position([staked, { ...ether, amount: ETHER }], [{ ...ether, amount: 4n * ETHER }]),
  );
  expect(depeg).toMatchObject({ move: { move: '-0.2' }, ratio: '1.25', safeRatio: '1' });
});

it(`flips at the step after the one that is shown (seed ${SEED})`, () => {
  let found = 0;
  fc.assert(
    fc.property(anyPosition(), (of) => {
      for (const {
        peg,
        move: { move, direction },
      } of groups(of).groups) {
        if (move === null) continue;
        const at = movedBy(of, (symbol) => pegOf(symbol) === peg);
        const last = BigInt(Math.round(Number(move) * 1e6));
        const next = last + (direction === 'below' ? -1n : 1n);
        expect(rulesOf(of).liquidatable(at(last))).toBe(false);
        if (next > -1_000_000n) expect(rulesOf(of).liquidatable(at(next))).toBe(true);
        found++;
      }
    }),
    { numRuns: 1_000, seed: SEED },
  );
  expect(found).toBeGreaterThan(100);
}, 60_000);
