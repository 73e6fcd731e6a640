import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import type { AaveV3Position } from '../protocols/aaveV3/rules.position';
import { liquidationPrices } from './liquidationPrice';

const priceOf = (of: AaveV3Position, symbol: string) => {
  const found = liquidationPrices(of).find(({ asset }) => asset.symbol === symbol);
  if (!found) throw new Error(`no liquidation price for ${symbol}`);
  return found;
};

const tenEther = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const owed = { symbol: 'USDC', decimals: 6, amount: 10_000_000_000n, price: DOLLAR };

describe('the liquidation price of one asset', () => {
  it('of 10 ETH at 80% against 10,000 dollars is exactly 1,250 dollars', () => {
    expect(priceOf(position([tenEther], [owed]), 'WETH')).toMatchObject({
      direction: 'below',
      safe: '125000000000',
      liquidated: '124999999999',
      reason: null,
    });
  });

  it('of a debt lies above', () => {
    expect(priceOf(position([tenEther], [owed]), 'USDC')).toMatchObject({
      direction: 'above',
      safe: '160000000',
      liquidated: '160000001',
    });
  });

  it('is none where the rest covers the debt without the asset', () => {
    const rest = { symbol: 'WBTC', decimals: 8, amount: DOLLAR, price: 97_000n * DOLLAR };
    expect(priceOf(position([tenEther, rest], [owed]), 'WETH')).toMatchObject({
      direction: 'none',
      safe: null,
      reason: 'safe at every price',
    });
  });

  it('is none for an asset that is not used as collateral', () => {
    const idle = { symbol: 'DAI', amount: ETHER, price: DOLLAR, enabled: false };
    expect(priceOf(position([tenEther, idle], [owed]), 'DAI').reason).toBe('not used as collateral');
  });

  it('is none where the position is liquidatable already', () => {
    const fallen = { ...tenEther, price: 1000n * DOLLAR };
    expect(priceOf(position([fallen], [owed]), 'WETH').reason).toBe('already liquidatable');
  });

  it('is none where an asset cancels itself out exactly', () => {
    const loop = position(
      [tenEther, { symbol: 'DAI', amount: 10_000n, decimals: 0, price: DOLLAR, threshold: 7500 }],
      [owed, { symbol: 'DAI', amount: 7_500n, decimals: 0, price: DOLLAR }],
    );
    expect(priceOf(loop, 'DAI')).toMatchObject({ side: 'both', reason: 'safe at every price' });
  });

  it('keeps a price above 2^64 exact', () => {
    const price = 2n ** 70n;
    const huge = position(
      [{ ...tenEther, price }],
      [{ ...owed, decimals: 0, amount: (price * 6n) / DOLLAR }],
    );
    const { safe } = priceOf(huge, 'WETH');
    expect(BigInt(safe ?? 0)).toBeGreaterThan(2n ** 69n);
  });
});

/** The contract's formula once more, plainly, so that the search is not judged by the code it calls. */
function isSafe({ arithmetic, collateral, debt }: AaveV3Position, moved: string, price: bigint): boolean {
  const at = (held: { feed: string; price: string }) => (held.feed === moved ? price : BigInt(held.price));
  const exact = arithmetic === 'exactSum';
  let total = 0n;
  let weighted = 0n;
  for (const held of collateral.filter(({ enabled, threshold }) => enabled && threshold !== '0')) {
    const value = (BigInt(held.amount) * at(held)) / 10n ** BigInt(held.decimals);
    total += value;
    weighted += value * BigInt(held.threshold);
  }
  let owing = 0n;
  for (const loan of debt) {
    const unit = 10n ** BigInt(loan.decimals);
    owing += (BigInt(loan.amount) * at(loan) + (exact ? unit - 1n : 0n)) / unit;
  }
  if (owing === 0n) return true;
  if (exact) return weighted >= 10_000n * owing;
  return total > 0n && (total * (weighted / total) + 5000n) / 10_000n >= owing;
}

const SYMBOLS = ['A', 'B', 'C'] as const;

/** Small numbers, so that every price there is can be tried. */
const anyPosition = fc
  .record({
    arithmetic: fc.constantFrom('exactSum' as const, 'averaged' as const),
    /** Then B is priced by the feed of A. */
    shared: fc.boolean(),
    prices: fc.tuple(...SYMBOLS.map(() => fc.bigInt(1n, 400n))),
    decimals: fc.tuple(...SYMBOLS.map(() => fc.integer({ min: 0, max: 2 }))),
    collateral: fc.array(
      fc.record({
        index: fc.nat(2),
        amount: fc.bigInt(0n, 4000n),
        threshold: fc.oneof(
          { weight: 1, arbitrary: fc.constant(0) },
          { weight: 9, arbitrary: fc.integer({ min: 1, max: 9500 }) },
        ),
        enabled: fc.integer({ min: 0, max: 9 }).map((digit) => digit > 0),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    debt: fc.array(fc.record({ index: fc.nat(2), amount: fc.bigInt(0n, 1500n) }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ arithmetic, shared, prices, decimals, collateral, debt }) => {
    const asset = (index: number) => ({
      symbol: SYMBOLS[index] ?? 'A',
      feed: SYMBOLS[shared && index === 1 ? 0 : index] ?? 'A',
      price: prices[shared && index === 1 ? 0 : index] ?? 1n,
      decimals: decimals[index] ?? 0,
    });
    const once = <T extends { index: number }>(each: T, place: number, all: T[]) =>
      all.findIndex(({ index }) => index === each.index) === place;
    return position(
      collateral.filter(once).map(({ index, ...rest }) => ({ ...asset(index), ...rest })),
      debt.filter(once).map(({ index, amount }) => ({ ...asset(index), amount })),
      { arithmetic },
    );
  });

/** The highest price that is tried one by one. */
const TRIED = 1_500n;

const SEED = 20261120;

describe(`the search (seed ${SEED})`, () => {
  it('finds the first price that liquidates, or proves that there is none', () => {
    let flips = 0;
    fc.assert(
      fc.property(anyPosition, (of) => {
        for (const found of liquidationPrices(of)) {
          const now = BigInt(found.price);
          const safeAt = (price: bigint) => isSafe(of, found.feed, price);
          if (!safeAt(now)) {
            expect(found.reason).toBe('already liquidatable');
            continue;
          }
          let below = now;
          while (below > 1n && safeAt(below - 1n)) below--;
          let above = now;
          while (above < TRIED && safeAt(above + 1n)) above++;
          const safe = found.safe === null ? null : BigInt(found.safe);
          if (found.direction === 'below') {
            expect(below).toBe(safe);
            flips++;
          } else if (found.direction === 'above') {
            expect(above).toBe(safe !== null && safe < TRIED ? safe : TRIED);
            flips++;
          } else if (found.reason === 'safe at every price') {
            expect([below, above]).toEqual([1n, TRIED]);
          }
        }
      }),
      { numRuns: 3_000, seed: SEED },
    );
    expect(flips).toBeGreaterThan(1_000);
  }, 120_000);
});
