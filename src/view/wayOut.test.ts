import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { wayOut } from './wayOut';

const ether = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const owed = (dollars: bigint) => ({
  symbol: 'USDC',
  decimals: 6,
  amount: dollars * 10n ** 6n,
  price: DOLLAR,
});

describe('the way out', () => {
  it('is exact to the smallest unit, and approximate where the contract differs', () => {
    // 80% of 20,000 carry 12,800 at a buffer of 20%; the pool may round ten units away.
    const usdc = { kind: 'repay', asset: { symbol: 'USDC' }, amount: '200000010' };
    const weth = { kind: 'supply', asset: { symbol: 'WETH' }, amount: '156250000000000010' };
    expect(wayOut(position([ether], [owed(13_000n)]), '0.2')).toMatchObject({
      isReached: false,
      ways: [
        {
          verb: 'Repay',
          asset: 'USDC',
          amount: { shown: '200.00001', exact: '200.00001' },
          note: null,
          need: usdc,
        },
        {
          verb: 'Add',
          asset: 'ETH',
          // 13,000 / 0.8 / 0.8 / 2,000 = 10.15625, and ten units.
          amount: { shown: '0.15625000000000001', exact: '0.15625000000000001' },
          note: null,
          need: weth,
        },
      ],
    });
    const [repay] = wayOut(position([ether], [owed(14_500n)], { agrees: false }), '0.2').ways;
    expect(repay?.amount).toEqual({ shown: '≈1,700.00001', exact: '1700.00001' });
  });

  it('says when all is to be repaid, and puts what does not help last', () => {
    const worthless = { ...ether, symbol: 'OLD', enabled: true, threshold: 0 };
    const { ways } = wayOut(position([worthless], [owed(5n)]), '0.2');
    expect(ways).toMatchObject([
      { verb: 'Repay', asset: 'USDC', amount: { shown: '5', exact: '5' }, note: 'That is all of it.' },
      { verb: 'Not by adding', asset: 'OLD', amount: null, note: 'It does not count as collateral.' },
    ]);
  });

  it('is room where the buffer is there, with what the contract has to say', () => {
    const { isReached, ways } = wayOut(position([ether], [owed(8_000n)]), '0.05');
    expect(isReached).toBe(true);
    // 75% of 20,000 may be borrowed, less than the 15,200 that a buffer of 5% allows.
    expect(ways[0]).toEqual({
      verb: 'Borrow',
      asset: 'USDC',
      amount: { shown: '6,999.99999', exact: '6999.99999' },
      note: 'The contract refuses more: it is more than the collateral lets you borrow.',
    });
    expect(ways[1]).toMatchObject({ verb: 'Withdraw', asset: 'ETH' });
  });

  it('says why nothing can be taken out', () => {
    // 75% of 20,000 are lent already, and 80% of it would carry 15,200 at 5%.
    const { ways } = wayOut(position([ether], [owed(15_000n)]), '0.05');
    expect(ways[0]).toEqual({
      verb: 'Borrow no more',
      asset: 'USDC',
      amount: null,
      note: 'The contract refuses more: it is more than the collateral lets you borrow.',
    });
  });

  it('lets everything be withdrawn where nothing is owed', () => {
    expect(wayOut(position([ether], []), '0.2').ways).toEqual([
      { verb: 'Withdraw', asset: 'ETH', amount: { shown: '10', exact: '10' }, note: 'That is all of it.' },
    ]);
  });
});
