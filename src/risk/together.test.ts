import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPosition } from '../../test/support/anyPosition';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import type { Position } from '../model/position';
import type { MorphoBluePosition } from '../protocols/morphoBlue/rules.position';
import { isVolatile } from './peg';
import { movedBy } from './reprice';
import { rulesOf } from './rules';
import { marketMove } from './together';

const SEED = 20261121;

const verdicts = (of: Position) => {
  const at = movedBy(of, isVolatile);
  return (steps: bigint) => !rulesOf(of).liquidatable(at(steps));
};
const stepsOf = (move: string) => BigInt(Math.round(Number(move) * 1e6));

describe(`the common move (seed ${SEED})`, () => {
  it('is the last safe of all steps of a millionth, tried one by one', () => {
    let found = 0;
    fc.assert(
      fc.property(anyPosition(1_002_000n), (of) => {
        const { move, direction } = marketMove(of);
        if (move === null) return;
        const safe = verdicts(of);
        const last = stepsOf(move);
        const step = direction === 'below' ? -1n : 1n;
        if (last * step > 4_000n) return;
        let walked = 0n;
        while (safe(walked + step)) walked += step;
        expect(last).toBe(walked);
        found++;
      }),
      { numRuns: 400, seed: SEED },
    );
    expect(found).toBeGreaterThan(100);
  }, 120_000);

  it('is the first of several turns, where the pool averages different thresholds', () => {
    let found = 0;
    const dollars = fc.bigInt(800_000n, 1_200_000n);
    fc.assert(
      fc.property(dollars, dollars, fc.bigInt(300n, 700n), (ether, dai, health) => {
        const counted = ether * 1_500n + dai * 9_000n;
        const of = position(
          [
            { symbol: 'WETH', decimals: 6, amount: ether * 750n, price: 2_000n * DOLLAR, threshold: 1000 },
            { symbol: 'DAI', decimals: 6, amount: dai * 10n ** 6n, price: DOLLAR, threshold: 9000 },
          ],
          [
            {
              symbol: 'USDC',
              decimals: 6,
              amount: (counted * 10n ** 8n) / (1_000_000n + health),
              price: DOLLAR,
            },
          ],
          { arithmetic: 'averaged' },
        );
        const { move } = marketMove(of);
        if (move === null) return;
        const safe = verdicts(of);
        let walked = 0n;
        while (safe(walked - 1n)) walked--;
        expect(stepsOf(move)).toBe(walked);
        found++;
      }),
      { numRuns: 200, seed: SEED },
    );
    expect(found).toBeGreaterThan(100);
  }, 120_000);

  it('turns the verdict between two steps, wherever it lies', () => {
    let found = 0;
    fc.assert(
      fc.property(anyPosition(), fc.nat(1_000), (of, part) => {
        const { move, direction } = marketMove(of);
        if (move === null) return;
        const safe = verdicts(of);
        const last = stepsOf(move);
        const step = direction === 'below' ? -1n : 1n;
        expect(safe(last)).toBe(true);
        if (last > -999_999n) expect(safe(last + step)).toBe(false);
        expect(safe((last * BigInt(part)) / 1_000n)).toBe(true);
        found++;
      }),
      { numRuns: 2_000, seed: SEED },
    );
    expect(found).toBeGreaterThan(800);
  }, 120_000);

  it('sees a volatile debt that the market itself counts in', () => {
    const { collateral, debt, ...base } = position(
      [{ symbol: 'USDC', decimals: 0, amount: 10_000n, price: 5_000n, threshold: 8000 }],
      [{ symbol: 'WETH', decimals: 0, amount: 2n, price: DOLLAR }],
    );
    const of: MorphoBluePosition = {
      ...base,
      unit: 'WETH',
      market: { ...base.market, protocol: 'morphoBlue', id: '0x01' },
      factorScale: `${ETHER}`,
      collateral: collateral.map((held) => ({
        ...held,
        threshold: `${(ETHER * 8n) / 10n}`,
        price: `${5n * 10n ** 32n}`,
        priceDecimals: 36,
      })),
      debt,
      borrowed: { shares: '2', totalAssets: '2', totalShares: '2' },
      preLiquidations: [],
    };
    // 80% of what 10,000 are worth, both rounded down, must be 2 of the smallest unit: that takes 3, at 0.0003 ether each.
    expect(marketMove(of)).toEqual({ direction: 'above', move: '0.666666', reason: null });
  });
});
