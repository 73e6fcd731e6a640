import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import type { Position } from '../model/position';
import type { CompoundV3Position } from '../protocols/compoundV3/rules.position';
import { lossOf as lossBy } from './loss';
import { rulesOf } from './rules';

const lossOf = (of: Position) => lossBy(of, rulesOf(of).seizure(of));

const ether = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const usdc = { symbol: 'USDC', decimals: 6, amount: 17_000_000_000n, price: DOLLAR };

/** 10 ETH of $2,000 at 80% against 16,900 USDC; seized at 93%, of which what exceeds the debt is paid out. */
function comet(owed: bigint): CompoundV3Position {
  const { collateral, debt, ...base } = position([ether], [{ ...usdc, amount: owed }]);
  return {
    ...base,
    market: { ...base.market, protocol: 'compoundV3' },
    factorScale: `${ETHER}`,
    collateral: collateral.map((held) => ({ ...held, liquidationFactor: `${(ETHER * 93n) / 100n}` })),
    debt,
    principal: `${-owed}`,
    indices: { supply: `${10n ** 15n}`, borrow: `${10n ** 15n}` },
    paused: [],
  };
}

describe('the loss in one liquidation', () => {
  it('is the bonus on the debt that Aave lets a liquidator take', () => {
    // 17,000 of debt, taken whole below a health factor of 0.95, for 5% more in ether: 8.925 of the 10.
    expect(lossOf(position([ether], [usdc]))).toBe('850');
  });

  it('is the penalty on all collateral in Compound v3, the surplus being credited', () => {
    // 20,000 seized, 16,900 repaid, 20,000 × 93% − 16,900 = 1,700 credited.
    expect(lossOf(comet(16_900_000_000n))).toBe('1400');
  });

  it('is below 0 where more debt goes than collateral', () => {
    expect(lossOf(comet(21_000_000_000n))).toBe('-1000');
  });

  it('is not known without a debt or without a collateral', () => {
    expect(lossOf(position([ether], []))).toBeNull();
    expect(lossOf(position([], [usdc]))).toBeNull();
  });

  it('is not known where one token stands twice at two prices', () => {
    const two: Position = position([ether, { ...ether, amount: 1n, price: DOLLAR, feed: 'OTHER' }], [usdc]);
    expect(lossOf(two)).toBeNull();
    const same: Position = position([ether, { ...ether, amount: 1n, feed: 'OTHER' }], [usdc]);
    expect(lossOf(same)).toBe('850');
  });
});
