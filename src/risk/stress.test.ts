import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPosition } from '../../test/support/anyPosition';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { assess } from './assess';
import { isVolatile } from './peg';
import { stress } from './stress';

const SEED = 20261121;

const ether = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const usdc = { symbol: 'USDC', decimals: 6, amount: 10_000_000_000n, price: DOLLAR };

describe('stress', () => {
  it('of 10 ETH at 80% against 10,000 dollars', () => {
    const { points, edge } = stress(position([ether], [usdc]));
    expect(points).toHaveLength(33);
    expect(points[0]).toEqual({
      move: '-0.6',
      healthFactor: '0.64',
      level: 'liquidatable',
      liquidatable: true,
    });
    expect(points.find(({ move }) => move === '-0.3')).toMatchObject({ healthFactor: '1.12', level: 'low' });
    expect(points.find(({ move }) => move === '-0.4')).toMatchObject({ healthFactor: '0.96' });
    expect(points.find(({ move }) => move === '-0.375')).toMatchObject({
      healthFactor: '1',
      liquidatable: false,
    });
    expect(points.at(-1)).toMatchObject({ move: '0.2', healthFactor: '1.92', level: 'safe' });
    expect(edge).toEqual({ direction: 'below', move: '-0.375', reason: null });
  });

  it('of no debt is safe throughout', () => {
    const { points } = stress(position([ether], []));
    expect(new Set(points.map(({ level }) => level))).toEqual(new Set(['safe']));
    expect(points[0]?.healthFactor).toBeNull();
  });

  it(`is today's assessment at 0, agrees with the edge and never gains from a fall (seed ${SEED})`, () => {
    let falling = 0;
    fc.assert(
      fc.property(anyPosition(), (of) => {
        const { points, edge } = stress(of);
        const today = points.find(({ move }) => move === '0');
        const risk = assess(of);
        if (risk.kind !== 'borrowing' || !today) throw new Error('expected a loan');
        expect([today.healthFactor, today.level]).toEqual([risk.healthFactor, risk.level]);
        expect(edge).toEqual(risk.together);
        for (const { move, liquidatable } of points) {
          if (edge.move === null) continue;
          if (edge.direction === 'below' && Number(move) >= Number(edge.move))
            expect(liquidatable).toBe(false);
          if (edge.direction === 'above' && Number(move) <= Number(edge.move))
            expect(liquidatable).toBe(false);
        }
        const short = of.debt.some(({ symbol }) => isVolatile(symbol));
        const mixed = new Set(of.collateral.map(({ threshold }) => threshold)).size > 1;
        if (short || (mixed && of.arithmetic === 'averaged')) return;
        falling++;
        const healths = points.map(({ healthFactor }) => Number(healthFactor));
        expect(healths).toEqual([...healths].sort((a, b) => a - b));
      }),
      { numRuns: 500, seed: SEED },
    );
    expect(falling).toBeGreaterThan(20);
  }, 60_000);
});
