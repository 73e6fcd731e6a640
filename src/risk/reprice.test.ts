import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { isVolatile } from './peg';
import { movedBy, reprice } from './reprice';

const ether = { symbol: 'WETH', amount: ETHER, price: 2000n * DOLLAR };
const staked = { symbol: 'wstETH', amount: ETHER, price: 2_401n };
const usdc = { symbol: 'USDC', decimals: 6, amount: 1_000_000n, price: DOLLAR };
const pricesOf = ({ collateral, debt }: ReturnType<typeof position>) =>
  [...collateral, ...debt].map(({ price }) => price);

describe('other prices', () => {
  it('reach every holding of their feed and nothing else', () => {
    const of = position([ether, { ...staked, feed: 'WETH', price: ether.price }], [usdc, ether]);
    const feed = of.collateral[0]!.feed;
    expect(pricesOf(reprice(of, { [feed]: '7' }))).toEqual(['7', '7', '100000000', '7']);
    expect(reprice(of, {})).toEqual(of);
  });

  it('are rounded down for collateral, up for debt, and never to nothing', () => {
    const at = movedBy(position([staked], [{ ...ether, price: 2_401n }]), isVolatile);
    expect(pricesOf(at(-500_000n))).toEqual(['1200', '1201']);
    expect(pricesOf(at(-999_999n))).toEqual(['1', '1']);
    expect(pricesOf(at(0n))).toEqual(['2401', '2401']);
  });

  it('leave a dollar alone, and what has the same feed as a dollar', () => {
    const unknown = { symbol: 'axlUSDC', amount: ETHER, price: DOLLAR, feed: 'USDC' };
    expect(pricesOf(movedBy(position([unknown], [usdc]), isVolatile)(-500_000n))).toEqual([
      '100000000',
      '100000000',
    ]);
  });

  it('are seen from the unit, where the unit itself moves: dollars rise against ether that halves', () => {
    const inEther = position([{ ...usdc, price: 50_000n }], [{ ...ether, price: DOLLAR }], { unit: 'ETH' });
    expect(pricesOf(movedBy(inEther, isVolatile)(-500_000n))).toEqual(['100000', '100000000']);
  });
});
