import { expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import { assetSources, verdicts } from './sources';

const ether = { symbol: 'WETH', amount: 10n * ETHER + 1n, price: 2000n * DOLLAR };
const off = { symbol: 'DAI', amount: 5n * ETHER, price: DOLLAR, enabled: false };
const usdc = { symbol: 'USDC', decimals: 6, amount: 10_000n * 10n ** 6n, price: DOLLAR };
const loan = position([ether, off], [usdc]);

it('names amount, price, factors and feed of each asset', () => {
  const feed = loan.collateral[0]?.feed ?? '0x';
  const facts = { description: 'ETH / USD', updatedAt: 100, capped: null, fixed: false, discounted: false };
  expect(assetSources(loan, { oracles: { [feed]: facts }, now: 172_000 })).toMatchObject([
    {
      title: '10.000000000000000001 ETH supplied',
      price: '$2,000.00',
      factors: 'Threshold 80.0%, loan-to-value 75.0%',
      feed: `ETH / USD, updated 1 min ago. Feed ${feed}`,
    },
    { title: '5 DAI supplied', factors: 'Not used as collateral: it counts for nothing.' },
    { title: '10,000 USDC borrowed', factors: null, feed: `Feed ${loan.debt[0]?.feed}` },
  ]);
});

it('sets the contract’s own verdict beside ours', () => {
  const said = { ...loan, contract: { healthFactor: '1600000000000000001', liquidatable: false } };
  expect(verdicts(said)).toEqual({
    contract: '1.600000000000000001, it cannot be liquidated',
    ours: '1.6, it cannot be liquidated',
    agreement: 'They agree.',
  });
  expect(verdicts({ ...said, agrees: false }).agreement).toMatch(/^They differ/);
  expect(verdicts({ ...loan, contract: { healthFactor: null, liquidatable: true } }).contract).toBe(
    'it gives no health factor, it can be liquidated',
  );
  expect(verdicts(position([ether], [])).contract).toBe('no debt, it cannot be liquidated');
});
