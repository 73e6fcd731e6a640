import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { parameterEffect } from './parameters';

const ether = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR, threshold: 8300 };
const usdc = { symbol: 'USDC', decimals: 6, amount: 10_000_000_000n, price: DOLLAR };
const before = position([ether], [usdc]);

describe('terms that were set anew', () => {
  it('are named, and judged at the later prices and amounts', () => {
    const after = position([{ ...ether, price: 1600n * DOLLAR, threshold: 8100 }], [usdc]);
    // 16,000 × 0.83 and × 0.81 over 10,000.
    expect(parameterEffect(before, after)).toEqual({
      changes: [{ what: 'threshold', symbol: 'WETH', before: '0.83', after: '0.81' }],
      before: '1.328',
      after: '1.296',
    });
  });

  it('are loan-to-value and penalty too', () => {
    const [held] = position([{ ...ether, loanToValue: 7000 }], [usdc]).collateral;
    const after = { ...before, collateral: [{ ...held!, liquidationBonus: '10600' }] };
    expect(parameterEffect(before, after)?.changes).toEqual([
      { what: 'loanToValue', symbol: 'WETH', before: '0.75', after: '0.7' },
      { what: 'bonus', symbol: 'WETH', before: '0.05', after: '0.06' },
    ]);
  });

  it('are those of Compound v2’s whole market and of Compound v3’s penalty', () => {
    const market = (closeFactor: string, incentive: string) =>
      ({ ...before, liquidation: { closeFactor, incentive } }) as typeof before;
    const [half, all] = [
      market('500000000000000000', '1080000000000000000'),
      market('1000000000000000000', '1100000000000000000'),
    ];
    expect(parameterEffect(half, all)?.changes).toEqual([
      { what: 'closeFactor', symbol: null, before: '0.5', after: '1' },
      { what: 'bonus', symbol: null, before: '0.08', after: '0.1' },
    ]);
    const comet = (liquidationFactor: string) => {
      const [{ liquidationBonus: _, ...held }] = before.collateral as unknown as [
        (typeof before.collateral)[0],
      ];
      return { ...before, collateral: [{ ...held, liquidationFactor }] } as unknown as typeof before;
    };
    expect(parameterEffect(comet('9500'), comet('9300'))?.changes).toEqual([
      { what: 'bonus', symbol: 'WETH', before: '0.05', after: '0.07' },
    ]);
  });
});

describe('nothing was set anew', () => {
  it.each([
    ['by prices and amounts', position([{ ...ether, amount: ETHER, price: DOLLAR }], [usdc])],
    ['where the owner takes it out of the collateral', position([{ ...ether, enabled: false }], [usdc])],
    [
      'where the owner enters a mode',
      position([{ ...ether, threshold: 9300 }], [usdc], { eMode: { id: 1, label: 'ETH' } }),
    ],
    ['where it is a new asset', position([{ ...ether, symbol: 'WBTC', threshold: 7000 }], [usdc])],
  ])('%s', (_, after) => {
    expect(parameterEffect(before, after)).toBeNull();
  });

  it('where an owner of Aave v4 acts, which moves the position to the newest terms', () => {
    const spoke = (threshold: number, shares: string) => {
      const [held] = position([{ ...ether, threshold }], [usdc]).collateral;
      return { ...before, collateral: [{ ...held!, reserveId: 1, shares }] } as unknown as typeof before;
    };
    expect(parameterEffect(spoke(8300, '10'), spoke(8100, '9'))).toBeNull();
    expect(parameterEffect(spoke(8300, '10'), spoke(8100, '10'))).not.toBeNull();
  });
});
