import {
  AaveV3Arbitrum,
  AaveV3Avalanche,
  AaveV3Base,
  AaveV3BNB,
  AaveV3Celo,
  AaveV3Ethereum,
  AaveV3EthereumEtherFi,
  AaveV3EthereumHorizon,
  AaveV3EthereumLido,
  AaveV3Gnosis,
  AaveV3InkWhitelabel,
  AaveV3Linea,
  AaveV3Mantle,
  AaveV3MegaEth,
  AaveV3Metis,
  AaveV3Monad,
  AaveV3Optimism,
  AaveV3Plasma,
  AaveV3Polygon,
  AaveV3Scroll,
  AaveV3Soneium,
  AaveV3Sonic,
  AaveV3XLayer,
  AaveV3ZkSync,
} from '@aave-dao/aave-address-book';
import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';

export interface AaveV3Market extends Market {
  readonly protocol: 'aaveV3' | 'spark';
  /** PoolAddressesProvider: it names the oracle and the data provider, which upgrades replace. */
  readonly provider: Address;
}

const market = (name: string, chainId: number, address: Address, provider: Address): AaveV3Market => ({
  protocol: 'aaveV3',
  chainId,
  name: `Aave v3 ${name}`,
  address,
  provider,
});

/** The market whose name borrowers know first. Each address by itself, so that the bundler leaves the rest of the book out. */
// biome-ignore format: a table is read by its rows
export const markets: readonly AaveV3Market[] = [
  market('Core', AaveV3Ethereum.CHAIN_ID, AaveV3Ethereum.POOL, AaveV3Ethereum.POOL_ADDRESSES_PROVIDER),
  market('Prime', AaveV3EthereumLido.CHAIN_ID, AaveV3EthereumLido.POOL, AaveV3EthereumLido.POOL_ADDRESSES_PROVIDER),
  market('EtherFi', AaveV3EthereumEtherFi.CHAIN_ID, AaveV3EthereumEtherFi.POOL, AaveV3EthereumEtherFi.POOL_ADDRESSES_PROVIDER),
  market('Horizon', AaveV3EthereumHorizon.CHAIN_ID, AaveV3EthereumHorizon.POOL, AaveV3EthereumHorizon.POOL_ADDRESSES_PROVIDER),
  market('Optimism', AaveV3Optimism.CHAIN_ID, AaveV3Optimism.POOL, AaveV3Optimism.POOL_ADDRESSES_PROVIDER),
  market('BNB Chain', AaveV3BNB.CHAIN_ID, AaveV3BNB.POOL, AaveV3BNB.POOL_ADDRESSES_PROVIDER),
  market('Gnosis', AaveV3Gnosis.CHAIN_ID, AaveV3Gnosis.POOL, AaveV3Gnosis.POOL_ADDRESSES_PROVIDER),
  market('Polygon', AaveV3Polygon.CHAIN_ID, AaveV3Polygon.POOL, AaveV3Polygon.POOL_ADDRESSES_PROVIDER),
  market('Monad', AaveV3Monad.CHAIN_ID, AaveV3Monad.POOL, AaveV3Monad.POOL_ADDRESSES_PROVIDER),
  market('Sonic', AaveV3Sonic.CHAIN_ID, AaveV3Sonic.POOL, AaveV3Sonic.POOL_ADDRESSES_PROVIDER),
  market('X Layer', AaveV3XLayer.CHAIN_ID, AaveV3XLayer.POOL, AaveV3XLayer.POOL_ADDRESSES_PROVIDER),
  market('zkSync', AaveV3ZkSync.CHAIN_ID, AaveV3ZkSync.POOL, AaveV3ZkSync.POOL_ADDRESSES_PROVIDER),
  market('Metis', AaveV3Metis.CHAIN_ID, AaveV3Metis.POOL, AaveV3Metis.POOL_ADDRESSES_PROVIDER),
  market('Soneium', AaveV3Soneium.CHAIN_ID, AaveV3Soneium.POOL, AaveV3Soneium.POOL_ADDRESSES_PROVIDER),
  market('MegaETH', AaveV3MegaEth.CHAIN_ID, AaveV3MegaEth.POOL, AaveV3MegaEth.POOL_ADDRESSES_PROVIDER),
  market('Mantle', AaveV3Mantle.CHAIN_ID, AaveV3Mantle.POOL, AaveV3Mantle.POOL_ADDRESSES_PROVIDER),
  market('Base', AaveV3Base.CHAIN_ID, AaveV3Base.POOL, AaveV3Base.POOL_ADDRESSES_PROVIDER),
  market('Plasma', AaveV3Plasma.CHAIN_ID, AaveV3Plasma.POOL, AaveV3Plasma.POOL_ADDRESSES_PROVIDER),
  market('Arbitrum', AaveV3Arbitrum.CHAIN_ID, AaveV3Arbitrum.POOL, AaveV3Arbitrum.POOL_ADDRESSES_PROVIDER),
  market('Celo', AaveV3Celo.CHAIN_ID, AaveV3Celo.POOL, AaveV3Celo.POOL_ADDRESSES_PROVIDER),
  market('Avalanche', AaveV3Avalanche.CHAIN_ID, AaveV3Avalanche.POOL, AaveV3Avalanche.POOL_ADDRESSES_PROVIDER),
  market('Ink', AaveV3InkWhitelabel.CHAIN_ID, AaveV3InkWhitelabel.POOL, AaveV3InkWhitelabel.POOL_ADDRESSES_PROVIDER),
  market('Linea', AaveV3Linea.CHAIN_ID, AaveV3Linea.POOL, AaveV3Linea.POOL_ADDRESSES_PROVIDER),
  market('Scroll', AaveV3Scroll.CHAIN_ID, AaveV3Scroll.POOL, AaveV3Scroll.POOL_ADDRESSES_PROVIDER),
];
