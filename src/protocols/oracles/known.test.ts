import { expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../../test/support/position';
import { memoFor } from './known';

const asset = (symbol: string, feed: string) => ({ symbol, feed, amount: ETHER, price: DOLLAR });

it('each feed of the positions is asked about once, and no asset that stands for its own', () => {
  const one = position([asset('WETH', 'ETH / USD'), asset('LONE', 'LONE')], [asset('USDC', 'USDC / USD')]);
  const other = position([asset('WETH', 'ETH / USD')], [asset('DAI', 'DAI / USD')]);
  const feeds = [one.collateral[0]!, one.debt[0]!, other.debt[0]!].map(({ feed }) => feed);
  expect(memoFor(null, [one, other])).toEqual({ feeds, known: {} });
});

it('the unit of account has no feed', () => {
  const { collateral, ...rest } = position([asset('WETH', 'x')], []);
  const unit = { ...collateral[0]!, feed: '0x0000000000000000000000000000000000000000' } as const;
  expect(memoFor(null, [{ ...rest, collateral: [unit] }])).toEqual({ feeds: [], known: {} });
});
