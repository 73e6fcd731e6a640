import { readFileSync } from 'node:fs';
import { getAddress } from 'viem';
import { expect, it } from 'vitest';
import { compoundV3 } from '../../src/protocols/compoundV3';
import { markets } from '../../src/protocols/compoundV3/markets';

const file = new URL('../vectors/addresses.json', import.meta.url);
const { comet } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly comet: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** The deployments name their chains. */
const chainIds: Readonly<Record<string, number>> = {
  mainnet: 1,
  optimism: 10,
  unichain: 130,
  polygon: 137,
  ronin: 2020,
  mantle: 5000,
  base: 8453,
  arbitrum: 42161,
  linea: 59144,
  scroll: 534352,
};

it('are the 28 deployments on 10 chains, by their base asset', () => {
  const deployed = Object.entries(comet).flatMap(([chain, bases]) =>
    Object.entries(bases).map(([base, address]) => `${chainIds[chain]} ${base} ${address}`),
  );
  const ours = markets.map(({ chainId, name, address }) => {
    const base = name.replace('Compound v3 ', '').toLowerCase();
    return `${chainId} ${base} ${getAddress(address)}`;
  });
  expect(ours.sort()).toEqual(deployed.map((each) => each.replace(/0x.*/, (hex) => getAddress(hex))).sort());
  expect([ours.length, new Set(markets.map(({ chainId }) => chainId)).size]).toEqual([28, 10]);
});

it('have checksummed addresses, each once on its chain', () => {
  for (const { address } of markets) expect(getAddress(address)).toBe(address);
  expect(new Set(markets.map(({ chainId, address }) => `${chainId} ${address}`)).size).toBe(markets.length);
});

it('count in dollars, except where the base is a coin that its collateral is priced in', () => {
  const inCoin = markets.filter(({ unit }) => unit !== 'USD');
  expect(inCoin.map(({ chainId, name, unit }) => [chainId, name, unit])).toEqual([
    [1, 'Compound v3 WETH', 'ETH'],
    [1, 'Compound v3 wstETH', 'wstETH'],
    [1, 'Compound v3 WBTC', 'BTC'],
    [10, 'Compound v3 WETH', 'ETH'],
    [130, 'Compound v3 WETH', 'ETH'],
    [2020, 'Compound v3 WETH', 'ETH'],
    [8453, 'Compound v3 WETH', 'ETH'],
    [42161, 'Compound v3 WETH', 'ETH'],
    [59144, 'Compound v3 WETH', 'ETH'],
  ]);
});

it('that are not among them are refused', () => {
  const [first] = markets;
  expect(() => compoundV3.read({ ...first!, chainId: 10 }, first!.address, null)).toThrow(
    'Compound v3 USDC is not a market of Compound v3.',
  );
});
