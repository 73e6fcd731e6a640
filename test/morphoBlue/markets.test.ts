import { readFileSync } from 'node:fs';
import { getAddress } from 'viem';
import { expect, it } from 'vitest';
import { chains } from '../../src/chain/chains';
import { morphoBlue } from '../../src/protocols/morphoBlue';
import { factoryOn, largeMarkets, markets } from '../../src/protocols/morphoBlue/markets';
import { marketId } from '../localnet/deploy/morphoMarkets';

const file = new URL('../vectors/addresses.json', import.meta.url);
const { morpho } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly morpho: Readonly<
    Record<string, { readonly morpho: string; readonly preLiquidationFactory: string }>
  >;
};

const listed = new Set(chains.map(({ id }) => id));
const read = Object.entries(morpho).filter(([chain]) => listed.has(Number(chain)));

it('are the deployments on all chains that are read', () => {
  const ours = markets.map(({ chainId, address }) => `${chainId} ${address}`);
  expect(ours.sort()).toEqual(read.map(([chain, deployed]) => `${chain} ${deployed.morpho}`).sort());
  expect(ours).toHaveLength(36);
});

it('leave out the chains that src/chain/chains.ts says why it leaves out', () => {
  const left = Object.keys(morpho).filter((chain) => !listed.has(Number(chain)));
  // Eden, Pharos, Tempo, 0G, Gensyn, Corn, and a test network.
  const named = [714, 1672, 4217, 16661, 685689, 21000000, 123420001114];
  expect(left.map(Number).sort((a, b) => a - b)).toEqual(named);
});

it('have each its factory of pre-liquidation contracts', () => {
  const ours = markets.map(({ chainId }) => `${chainId} ${factoryOn(chainId)}`);
  const theirs = read.map(([chain, { preLiquidationFactory }]) => `${chain} ${preLiquidationFactory}`);
  expect(ours.sort()).toEqual(theirs.sort());
});

it('have checksummed addresses', () => {
  for (const { address } of markets) expect(getAddress(address)).toBe(address);
});

it('the large ones of Ethereum are those whose parameters hash to their ids', () => {
  const hashed = (['wstETH/WETH', 'WBTC/USDC', 'wstETH/USDC'] as const).map(marketId);
  expect(largeMarkets(1)).toEqual(hashed);
  // cbBTC/USDC 86%, in which Coinbase's loans are.
  expect(largeMarkets(8453)).toEqual(['0x9103c3b4e834476c9a62ea009ba2c884ee42e94e6e314a26f04d312434191836']);
  expect(largeMarkets(10)).toEqual([]);
});

it('that are not among them are refused', () => {
  const [first] = markets;
  expect(() => morphoBlue.read({ ...first!, chainId: 10 }, first!.address, null)).toThrow(
    'Morpho Blue is not a market of Morpho Blue.',
  );
});
