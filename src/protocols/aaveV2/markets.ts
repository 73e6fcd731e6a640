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

type Row = readonly [
  chainId: number,
  name: string,
  unit: AaveV2Market['unit'],
  pool: Address,
  provider: Address,
  dataProvider: Address,
];

/** Facts of @aave-dao/aave-address-book 4.68.1. */
// biome-ignore format: a table is read by its rows
const rows: readonly Row[] = [
  [1, 'Aave v2', 'ETH', '0x7d2768dE32b0b80b7a3454c06BdAc94A69DDc7A9', '0xB53C1a33016B2DC2fF3653530bfF1848a515c8c5', '0x057835Ad21a177dbdd3090bB1CAE03EaCF78Fc6d'],
  [1, 'Aave v2 AMM', 'ETH', '0x7937D4799803FbBe595ed57278Bc4cA21f3bFfCB', '0xAcc030EF66f9dFEAE9CbB0cd1B25654b82cFA8d5', '0xc443AD9DDE3cecfB9dfC5736578f447aFE3590ba'],
  [1, 'Aave v2 Arc', 'ETH', '0x37D7306019a38Af123e4b245Eb6C28AF552e0bB0', '0x6FdfafB66d39cD72CFE7984D3Bbcc76632faAb00', '0x71B53fC437cCD988b1b89B1D4605c3c3d0C810ea'],
  [137, 'Aave v2 Polygon', 'ETH', '0x8dFf5E27EA6b7AC08EbFdf9eB090F32ee9a30fcf', '0xd05e3E715d945B59290df0ae8eF85c1BdB684744', '0x7551b5D2763519d4e37e8B81929D336De671d46d'],
  [43114, 'Aave v2 Avalanche', 'USD', '0x4F01AeD16D97E3aB5ab2B501154DC9bb0F1A5A2C', '0xb6A86025F0FE1862B372cb0ca18CE3EDe02A318f', '0x65285E9dfab318f57051ab2b139ccCf232945451'],
];

export const markets: readonly AaveV2Market[] = rows.map(
  ([chainId, name, unit, address, provider, dataProvider]) => ({
    protocol: 'aaveV2',
    chainId,
    name,
    unit,
    address,
    provider,
    dataProvider,
  }),
);
