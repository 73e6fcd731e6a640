import { encodeAbiParameters, encodeEventTopics, parseAbi } from 'viem';
import { expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../../test/support/position';
import type { Log } from '../../model/logs';
import { receipts } from './receipt';

/** By hand: Comet does not run on the local chain, and none of its recordings holds an absorption. CometCore's events. */
const abi = parseAbi([
  'event AbsorbDebt(address indexed absorber, address indexed borrower, uint256 basePaidOut, uint256 usdValue)',
  'event AbsorbCollateral(address indexed absorber, address indexed borrower, address indexed asset, uint256 collateralAbsorbed, uint256 usdValue)',
]);
const ABSORBER = '0x00000000000000000000000000000000000000bb';
const loan = position(
  [{ symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR }],
  [{ symbol: 'USDC', decimals: 6, amount: 16_500_000_000n, price: DOLLAR }],
);
const [held, owed] = [loan.collateral[0]!, loan.debt[0]!];
const transaction = `0x${'7'.repeat(64)}` as const;

const log = (topics: readonly unknown[], amounts: readonly [bigint, bigint]): Log => ({
  address: loan.market.address,
  topics: topics as Log['topics'],
  data: encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], amounts),
  transaction,
});
const debt = log(
  encodeEventTopics({ abi, eventName: 'AbsorbDebt', args: { absorber: ABSORBER, borrower: loan.owner } }),
  [16_500_000_000n, 1n],
);
const collateral = log(
  encodeEventTopics({
    abi,
    eventName: 'AbsorbCollateral',
    args: { absorber: ABSORBER, borrower: loan.owner, asset: held.address },
  }),
  [10n * ETHER, 2n],
);

it('reads what was paid off and what was taken', () => {
  expect(receipts.read(debt, loan)).toEqual({
    repaid: [{ asset: owed.address, amount: 16_500_000_000n }],
    seized: [],
  });
  expect(receipts.read(collateral, loan)).toEqual({
    repaid: [],
    seized: [{ asset: held.address, amount: 10n * ETHER }],
  });
});

it('asks for both events of the owner', () => {
  const [{ address, topics }] = receipts.filters(loan) as [Pick<Log, 'address'> & { topics: unknown[] }];
  expect(address).toBe(loan.market.address);
  expect(topics).toEqual([[debt.topics[0], collateral.topics[0]], null, debt.topics[2]]);
});

it('refuses an event that is not of its form', () => {
  expect(() => receipts.read({ ...debt, data: '0x01' }, loan)).toThrow('not of the expected form');
  expect(() => receipts.read({ ...collateral, topics: collateral.topics.slice(0, 3) }, loan)).toThrow(
    'an asset that the position does not have',
  );
});
