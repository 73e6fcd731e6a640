import {
  AaveV2Avalanche,
  AaveV2Ethereum,
  AaveV2EthereumAMM,
  AaveV2EthereumArc,
  AaveV2Polygon,
} from '@aave-dao/aave-address-book';
import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';

export interface AaveV2Market extends Market {
  readonly protocol: 'aaveV2';
  /** LendingPoolAddressesProvider: it names the oracle. */
  readonly provider: Address;
  readonly dataProvider: Address;
  /** What the oracle's prices are in: ETH with 18 decimals, but on Avalanche dollars with 8. */
  readonly unit: 'ETH' | 'USD';
}

const market = (
  name: string,
  unit: AaveV2Market['unit'],
  chainId: number,
  address: Address,
  provider: Address,
  dataProvider: Address,
): AaveV2Market => ({ protocol: 'aaveV2', chainId, name, unit, address, provider, dataProvider });

/** Each address by itself, so that the bundler leaves the rest of the book out. */
// biome-ignore format: a table is read by its rows
export const markets: readonly AaveV2Market[] = [
  market('Aave v2', 'ETH', AaveV2Ethereum.CHAIN_ID, AaveV2Ethereum.POOL, AaveV2Ethereum.POOL_ADDRESSES_PROVIDER, AaveV2Ethereum.AAVE_PROTOCOL_DATA_PROVIDER),
  market('Aave v2 AMM', 'ETH', AaveV2EthereumAMM.CHAIN_ID, AaveV2EthereumAMM.POOL, AaveV2EthereumAMM.POOL_ADDRESSES_PROVIDER, AaveV2EthereumAMM.AAVE_PROTOCOL_DATA_PROVIDER),
  market('Aave v2 Arc', 'ETH', AaveV2EthereumArc.CHAIN_ID, AaveV2EthereumArc.POOL, AaveV2EthereumArc.POOL_ADDRESSES_PROVIDER, AaveV2EthereumArc.AAVE_PROTOCOL_DATA_PROVIDER),
  market('Aave v2 Polygon', 'ETH', AaveV2Polygon.CHAIN_ID, AaveV2Polygon.POOL, AaveV2Polygon.POOL_ADDRESSES_PROVIDER, AaveV2Polygon.AAVE_PROTOCOL_DATA_PROVIDER),
  market('Aave v2 Avalanche', 'USD', AaveV2Avalanche.CHAIN_ID, AaveV2Avalanche.POOL, AaveV2Avalanche.POOL_ADDRESSES_PROVIDER, AaveV2Avalanche.AAVE_PROTOCOL_DATA_PROVIDER),
];
