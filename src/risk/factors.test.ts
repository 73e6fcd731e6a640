import { expect, it } from 'vitest';
import { DOLLAR, ETHER, position, type Supplied } from '../../test/support/position';
import { dollarPrices, factorsOf, isDollar, priceOf, type Reading } from './factors';

const ether = (more: Partial<Supplied>): Supplied => ({
  symbol: 'WETH',
  amount: ETHER,
  price: 3000n * DOLLAR,
  ...more,
});

function reading(title: string, more: Partial<Supplied>, timestamp = 100, unit = 'USD'): Reading {
  const of = position([ether(more)], [], { unit });
  return { title, timestamp, position: { ...of, market: { ...of.market, name: title, id: `0x${title}` } } };
}

it('shows each market once, the highest loan-to-value first, from its newest reading', () => {
  const readings = [
    reading('a', { loanToValue: 7000 }, 100),
    reading('b', { loanToValue: 8050, price: 299_912_345_678n }, 100),
    reading('a', { loanToValue: 7500, threshold: 8125 }, 200),
    reading('a', { loanToValue: 100 }, 150),
  ];
  expect(factorsOf(readings).map(({ key, ...each }) => each)).toEqual([
    {
      symbol: 'WETH',
      title: 'b',
      loanToValue: '0.805',
      threshold: '0.8',
      price: '2999.12345678',
      timestamp: 100,
    },
    { symbol: 'WETH', title: 'a', loanToValue: '0.75', threshold: '0.8125', price: '3000', timestamp: 200 },
  ]);
});

it('takes no price that is not in dollars, and the lowest of several', () => {
  const readings = [
    reading('a', { price: 3001n * DOLLAR }),
    reading('b', { price: 3000n * DOLLAR }),
    reading('c', { price: DOLLAR }, 100, 'ETH'),
  ];
  expect(factorsOf(readings).find(({ title }) => title === 'c')?.price).toBeNull();
  const prices = dollarPrices(readings);
  expect(priceOf(' eth', prices)).toMatchObject({ price: '3000', title: 'b' });
  expect(priceOf('weth', prices)?.price).toBe('3000');
  expect(priceOf('BTC', prices)).toBeUndefined();
});

it('knows which loans a price in dollars speaks to', () => {
  expect(['USD', 'usdc ', 'EUR', 'BTC', ''].map(isDollar)).toEqual([true, true, false, false, false]);
});
