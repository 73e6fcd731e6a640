import { type AaveV3Market, rates, read, receipts } from '../aaveV3';
import { protocolOf } from '../protocol';

/** Facts of sparkdotfi's spark-address-registry: SparkLend, a fork of Aave v3.0. */
const markets: readonly AaveV3Market[] = [
  {
    protocol: 'spark',
    chainId: 1,
    name: 'Spark',
    address: '0xC13e21B648A5Ee794902342038FF3aDAB66BE987',
    provider: '0x02C3eA4e34C0cBd694D2adFa2c690EECbC1793eE',
  },
  {
    protocol: 'spark',
    chainId: 100,
    name: 'Spark Gnosis',
    address: '0x2Dae5307c5E3FD1CF5A72Cb6F698f915860607e0',
    provider: '0xA98DaCB3fC964A6A0d2ce3B77294241585EAbA6d',
  },
];

export const spark = protocolOf('spark', 'SparkLend', 'https://app.spark.fi/', markets, read, {
  receipts,
  rates,
});
