import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';
import type { Hex } from '../../model/reader';
import { deployments } from './deployments';

interface Deployment {
  readonly market: Market;
  /** The block that it was deployed in. */
  readonly first: bigint;
}

const known: readonly Deployment[] = deployments.map(([chainId, address, first]) => ({
  market: { protocol: 'morphoBlue', chainId, address, name: 'Morpho Blue' },
  first: BigInt(first),
}));

export const markets: readonly Market[] = known.map(({ market }) => market);

/** Null where none is known. */
export const factoryOn = (chainId: number): Address | null =>
  deployments.find(([id]) => id === chainId)?.[3] ?? null;

/** @throws where none of Morpho's is there */
export function deploymentOf({ address, chainId, name }: Market): Deployment {
  const own = known.find(({ market }) => market.address === address && market.chainId === chainId);
  if (!own) throw new Error(t('read.otherMarket', { market: name, protocol: 'Morpho Blue' }));
  return own;
}

/**
 * Large markets in which an owner is looked for without being told. An id is the hash of its market's parameters, and
 * these were checked by hashing: wstETH/WETH 94.5%, WBTC/USDC 86%, wstETH/USDC 86%; on Base cbBTC/USDC 86%, Coinbase's.
 */
const large: Readonly<Record<number, readonly Hex[]>> = {
  1: [
    '0xc54d7acf14de29e0e5527cabd7a576506870346a78a11a6762e2cca66322ec41',
    '0x3a85e619751152991742810df6ec69ce473daef99e28a64ab2340d7b7ccfee49',
    '0xb323495f7e4148be5643a4ea4a8221eef163e4bccfdedc2a6f4696baacbc86cc',
  ],
  8453: ['0x9103c3b4e834476c9a62ea009ba2c884ee42e94e6e314a26f04d312434191836'],
};

export const largeMarkets = (chainId: number): readonly Hex[] => large[chainId] ?? [];
