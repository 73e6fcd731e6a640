import { expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import type { Dues } from '../model/purse';
import { meansOf } from './means';
import type { Need } from './wayOut';

const of = position(
  [{ symbol: 'WETH', amount: 10n * ETHER, price: 3000n * DOLLAR }],
  [{ symbol: 'USDC', decimals: 6, amount: 25_000_000_000n, price: DOLLAR }],
);
const [weth] = of.collateral;
const [usdc] = of.debt;
const repay: Need = { kind: 'repay', asset: usdc!, amount: '1240000000' };
const add: Need = { kind: 'supply', asset: weth!, amount: `${ETHER}` };
const dues = (
  tokens: [string | null, string | null],
  native = '0',
  gasPrice: string | null = null,
): Dues => ({
  rates: null,
  purse: { tokens: { [usdc!.address]: tokens[0], [weth!.address]: tokens[1] }, native },
  gasPrice,
});

it('says how much of it the wallet holds, never more than it does', () => {
  expect(meansOf(repay, of, dues(['812999999', '0']))).toEqual([
    'This wallet holds 812.999 of the 1,240 USDC.',
  ]);
  expect(meansOf(repay, of, dues(['1240000000', '0']))).toEqual(['This wallet holds enough USDC for it.']);
  expect(meansOf(repay, of, dues(['1239999999', '0']))).toEqual([
    'This wallet holds 1,239.99 of the 1,240 USDC.',
  ]);
  expect(meansOf(repay, of, dues(['0', '0']))).toEqual(['This wallet holds 0 of the 1,240 USDC.']);
});

it('counts ether that can be wrapped', () => {
  expect(meansOf(add, of, dues(['0', '0'], '3200000000000000000'))).toEqual([
    'This wallet holds 0 of the 1 WETH, and 3.2 ETH to wrap.',
  ]);
});

it('says what the gas costs, rounded up, in dollars where the position has its price', () => {
  // 155,000 × 4.2 gwei = 0.000651 ETH, at $3,000 $1.953
  expect(meansOf(repay, of, dues([null, null], '0', '4200000000'))).toEqual(['Costs about $1.96 in gas.']);
  const base = { ...of, market: { ...of.market, chainId: 8453 } };
  expect(meansOf(repay, base, dues([null, null], '0', '4200000000'))).toEqual([
    'Costs about $1.96 in gas, without the network’s fee for data.',
  ]);
  const bnb = { ...of, market: { ...of.market, chainId: 56 } };
  expect(meansOf(add, bnb, dues([null, null], '0', '4200000000'))).toEqual([
    'Costs about 0.0006 BNB in gas.', // 137,000 × 4.2 gwei
  ]);
});

it('says nothing that is not known', () => {
  expect(meansOf(undefined, of, dues(['1', '1'], '1', '1'))).toEqual([]);
  expect(meansOf(repay, of, { rates: null, purse: null, gasPrice: null })).toEqual([]);
  const comet = { ...of, market: { ...of.market, protocol: 'compoundV3' } } as never;
  expect(meansOf(repay, comet, dues([null, null], '0', '4200000000'))).toEqual([]);
  const zkSync = { ...of, market: { ...of.market, chainId: 324 } };
  expect(meansOf(repay, zkSync, dues([null, null], '0', '4200000000'))).toEqual([]);
});
