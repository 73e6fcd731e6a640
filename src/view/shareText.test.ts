import { expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { assess } from '../risk/assess';
import { positionCard } from './positionCard';
import { shareText } from './shareText';

const owner = '0xAbCdEf0123456789aBcDeF0123456789AbCdEf01';
const ether = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const usdc = { symbol: 'USDC', decimals: 6, amount: 10_000n * 10n ** 6n, price: DOLLAR };
const block = { number: '24512345', timestamp: 1_795_000_000 };

const shared = (more = {}, symbol = 'WETH') => {
  const of = position([{ ...ether, symbol }], [usdc], { owner, ...more });
  return shareText(positionCard(of, assess(of), 'Ethereum', { oracles: {}, now: 0 }), block);
};

it('says what a friend needs to know', () => {
  expect(shared().split('\n')).toEqual([
    'Aave v3 Core · Ethereum',
    'Watch: health factor 1.60, buffer −37%',
    'Liquidated when ETH is below $1,250 (now $2,000.00)',
    'Liquidated when USDC is above $1.6000 (now $1.00)',
    'At block 24512345, by Plimsoll',
  ]);
  expect(shared({ agrees: false })).toContain('is below ≈$1,250');
});

it('has no address in it, whatever the market and the token are called', () => {
  const { market } = position([], []);
  for (const name of [owner, `Vault of ${owner.toLowerCase()}`, '0xAbCd…Ef01'])
    for (const symbol of ['WETH', '0xABCDEF0123'])
      expect(shared({ market: { ...market, name } }, symbol)).not.toMatch(/0x[0-9a-f]|abcdef|ef01/i);
});
