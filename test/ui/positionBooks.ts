import type { Oracles } from '../../src/model/oracle';
import type { Position } from '../../src/model/position';
import { rules } from '../../src/protocols/aaveV3/rules';
import type { AaveV3Position } from '../../src/protocols/aaveV3/rules.position';
import { usualChoices } from '../../src/risk/choices';
import { keyOf } from '../../src/risk/key';
import type { Book } from '../../src/ui/popup/book';
import { cardOf } from '../../src/view/card';
import { DOLLAR, ETHER, position } from '../support/position';
import { minedAt } from './cards';
import type { PositionName } from './positionNames';

/** Made by hand as well, but whole positions: the words and the sums are the product's own. */
const ether = {
  symbol: 'WETH',
  amount: 10n * ETHER + 123_456_789n,
  price: 302_012_345_678n,
  threshold: 8300,
};
const bitcoin = {
  symbol: 'WBTC',
  decimals: 8,
  amount: 12_000_000n,
  price: 61_480n * DOLLAR,
  threshold: 7800,
};
const staked = {
  symbol: 'wstETH',
  amount: 8n * ETHER,
  price: 371_472_000_000n,
  threshold: 9500,
  loanToValue: 9300,
};
const usdc = (dollars: bigint) => ({
  symbol: 'USDC',
  decimals: 6,
  amount: dollars * 10n ** 6n + 123_456n,
  price: DOLLAR,
});
const borrowedEther = { symbol: 'WETH', amount: 8n * ETHER, price: 302_012_345_678n };

/** As a contract would say it; a replica of it that differs is a case of its own. */
const stated = (of: AaveV3Position): Position => ({
  ...of,
  contract: {
    healthFactor: rules.healthFactor(of)?.toString() ?? null,
    liquidatable: rules.liquidatable(of),
  },
});

const differing = position([ether, bitcoin], [usdc(18_640n)], {
  agrees: false,
  contract: { healthFactor: '1700000000000000000', liquidatable: false },
});

const elsewhere = (of: AaveV3Position, name: string): AaveV3Position => ({
  ...of,
  market: { ...of.market, name, id: `0x${name.length}` },
});

function bookOf(given: readonly AaveV3Position[], age = 0): Book {
  const { owner } = position([], []);
  const positions = given.map((of) => (of.agrees ? stated(of) : of));
  const block = { number: '24512345', timestamp: minedAt - age };
  const feed = given[0]?.collateral[0]?.feed ?? '0x';
  const oracles: Oracles = {
    [feed]: {
      description: 'ETH / USD',
      updatedAt: minedAt - 720,
      capped: null,
      fixed: false,
      discounted: false,
    },
  };
  const rpc = 'ethereum-rpc.publicnode.com';
  const figures = { account: owner, chainId: 1, block, rpc, positions, errors: [], oracles };
  const card = cardOf(
    { account: owner, chainId: 1, figures, failure: null },
    { now: (minedAt + 12) * 1000, chainName: () => 'Ethereum' },
  );
  const read = positions.map((each) => ({
    key: keyOf(each.market, each.owner),
    position: each,
    block,
    rpc,
    oracles,
  }));
  return {
    wallets: [
      {
        wallet: { address: owner, watched: true, seenOn: null, label: '', chains: null },
        card,
        busy: false,
        read,
      },
    ],
    choices: usualChoices,
  };
}

export const positionBooks: Record<PositionName, Book> = {
  positionSafe: bookOf([position([ether, bitcoin], [usdc(9_000n)])]),
  positionLow: bookOf([position([ether], [usdc(21_100n)])]),
  positionLiquidatable: bookOf([position([ether], [usdc(25_900n)])]),
  positionPegged: bookOf([
    position([staked], [borrowedEther], { eMode: { id: 1, label: 'ETH correlated' } }),
  ]),
  positionTwoDebts: bookOf([
    position(
      [staked, { ...usdc(400n), symbol: 'DAI', enabled: false }],
      [
        { ...borrowedEther, amount: 6n * ETHER },
        { ...borrowedEther, symbol: 'weETH', amount: ETHER, price: 320_012_345_678n },
      ],
      { eMode: { id: 1, label: 'ETH correlated' } },
    ),
  ]),
  positionNoDebt: bookOf([position([ether, bitcoin], [])]),
  positionDiffers: bookOf([differing]),
  positionSeveral: bookOf([
    position([ether, bitcoin], [usdc(9_000n)]),
    elsewhere(position([ether], [usdc(21_100n)]), 'Aave v3 Prime'),
    elsewhere(
      position([{ ...ether, price: DOLLAR }], [{ ...borrowedEther, price: DOLLAR }], { unit: 'ETH' }),
      'Aave v2',
    ),
  ]),
  positionGone: bookOf([]),
  positionOld: bookOf([differing], 700),
};
