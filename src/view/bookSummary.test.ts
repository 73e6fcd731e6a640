import { expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { bookSummary } from './bookSummary';

const ether = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const usdc = (dollars: bigint) => ({
  symbol: 'USDC',
  decimals: 6,
  amount: dollars * 10n ** 6n,
  price: DOLLAR,
});
const core = { title: 'Core', position: position([ether], [usdc(10_000n)]) };
const prime = { title: 'Prime', position: position([ether], [usdc(12_000n)]) };
const idle = { title: 'Idle', position: position([ether], []) };
const inEther = {
  title: 'Old',
  position: position([{ ...ether, price: DOLLAR }], [{ ...ether, amount: 4n * ETHER, price: DOLLAR }], {
    unit: 'ETH',
    agrees: false,
  }),
};

it('adds up what is counted in dollars, and names the first to break', () => {
  expect(bookSummary([core, prime, idle])).toEqual({
    netWorth: '$38,000',
    apart: [],
    first: 'If all volatile prices fall together, Prime is liquidated first, at −25.0%.',
  });
});

it('converts nothing', () => {
  expect(bookSummary([core, inEther])).toMatchObject({ netWorth: '$10,000', apart: ['Old: ≈6.0000 ETH'] });
  expect(bookSummary([inEther, inEther]).netWorth).toBeNull();
});

it('is approximate where the contract differs', () => {
  const { netWorth, first } = bookSummary([idle, { ...core, position: { ...core.position, agrees: false } }]);
  expect([netWorth, first]).toEqual([
    '≈$30,000',
    'If all volatile prices fall together, Core is liquidated first, at ≈−37.5%.',
  ]);
});

it('says what is so already, and what cannot be', () => {
  const under = { title: 'Under', position: position([ether], [usdc(17_000n)]) };
  expect(bookSummary([core, under]).first).toBe('Under can be liquidated now.');
  expect(bookSummary([idle, idle]).first).toBe('No common fall of prices liquidates any of them.');
  const short = { title: 'Short', position: position([usdc(20_000n)], [{ ...ether, amount: ETHER }]) };
  expect(bookSummary([idle, short]).first).toBe(
    'No common fall of prices liquidates any of them, but a rise may.',
  );
});
