import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import type { Risk } from '../model/risk';
import { assess } from './assess';

const ether = (amount: bigint, price: bigint, more = {}) => ({
  symbol: 'WETH',
  amount: amount * ETHER,
  price: price * DOLLAR,
  ...more,
});
const dollars = (amount: bigint, symbol = 'USDC', more = {}) => ({
  symbol,
  decimals: 6,
  amount: amount * 10n ** 6n,
  price: DOLLAR,
  ...more,
});

function borrowing(...of: Parameters<typeof position>): Extract<Risk, { kind: 'borrowing' }> {
  const risk = assess(position(...of));
  if (risk.kind !== 'borrowing') throw new Error(`expected a loan, got ${risk.kind}`);
  return risk;
}

describe('the reference figures', () => {
  it('100 USDC at 75% and 0.5 WBTC worth $15,000 at 85% lend $12,825', () => {
    const collateral = [
      dollars(100n, 'USDC', { loanToValue: 7500 }),
      { symbol: 'WBTC', decimals: 8, amount: 50_000_000n, price: 30_000n * DOLLAR, loanToValue: 8500 },
    ];
    expect(borrowing(collateral, [dollars(1n)]).borrowingPower).toBe('12825');
  });

  it.each([
    [7500, '7500'],
    [6000, '6000'],
  ])('10,000 dollars of ETH at %i basis points lend %s', (loanToValue, power) => {
    expect(borrowing([ether(5n, 2000n, { loanToValue })], [dollars(1n)]).borrowingPower).toBe(power);
  });

  it('10 ETH at $2,000 and 80% against $10,000 has a health factor of 1.6 and is liquidated at $1,250', () => {
    const risk = borrowing([ether(10n, 2000n)], [dollars(10_000n)]);
    expect(risk.healthFactor).toBe('1.6');
    expect(risk.liquidationPrices[0]?.safe).toBe('125000000000');
    expect(risk.buffer).toEqual({ share: '0.375', value: '6000' });
    expect(Number(risk.utilization)).toBeCloseTo(10_000 / 15_000, 12);
  });
});

it('loses the bonus on the half of the debt that one liquidation may take', () => {
  // 5% on top of 5,000.
  expect(borrowing([ether(10n, 2000n)], [dollars(10_000n)]).loss).toBe('250');
});

describe('the level', () => {
  it.each([
    [9_600n, 'safe'],
    [9_601n, 'watch'],
    [12_800n, 'watch'],
    [12_801n, 'low'],
    [14_400n, 'low'],
    [14_401n, 'critical'],
    [16_000n, 'critical'],
    [16_001n, 'liquidatable'],
  ])('of 10 ETH against %i dollars is %s', (owed, level) => {
    expect(borrowing([ether(10n, 2000n)], [dollars(owed)]).level).toBe(level);
  });

  it('of a pair that moves together has limits of its own', () => {
    const staked = { symbol: 'wstETH', amount: 100n * ETHER, price: 1000n * DOLLAR, threshold: 10_000 };
    const level = (owed: bigint) => borrowing([staked], [ether(owed, 1000n)]);
    expect(level(91n)).toMatchObject({ level: 'safe', pegged: true });
    expect(level(95n).level).toBe('watch');
    expect(level(97n).level).toBe('low');
    expect(level(99n).level).toBe('critical');
  });
});

describe('a common fall of all that is volatile', () => {
  const bitcoin = { symbol: 'WBTC', decimals: 8, amount: DOLLAR, price: 20_000n * DOLLAR };

  it('liquidates where the sum of the collaterals no longer counts for the debt', () => {
    const { together } = borrowing([ether(10n, 2000n), bitcoin], [dollars(16_000n)]);
    expect(together).toEqual({ direction: 'below', move: '-0.5', reason: null });
  });

  it('threatens a volatile debt from above', () => {
    const { together } = borrowing([dollars(50_000n, 'DAI')], [bitcoin]);
    expect(together).toEqual({ direction: 'above', move: '1', reason: null });
  });

  it('does nothing to a pair that moves together', () => {
    const staked = { symbol: 'wstETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
    expect(borrowing([staked], [ether(5n, 2000n)]).together.reason).toBe('moves together');
  });

  it('does nothing where dollars cover the debt', () => {
    const { together } = borrowing([ether(1n, 2000n), dollars(10_000n, 'DAI')], [dollars(1_000n)]);
    expect(together.reason).toBe('safe at every price');
  });
});

it('knows no health factor without debt, and none without collateral that counts', () => {
  expect(assess(position([ether(1n, 2000n)], []))).toEqual({ kind: 'no-debt', collateralValue: '2000' });
  expect(borrowing([ether(1n, 2000n, { enabled: false })], [dollars(1n)])).toMatchObject({
    level: 'liquidatable',
    healthFactor: '0',
    utilization: null,
  });
});
