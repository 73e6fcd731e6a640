import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';

export interface AaveV3Market extends Market {
  readonly protocol: 'aaveV3';
  /** PoolAddressesProvider: it names the oracle and the data provider, which upgrades replace. */
  readonly provider: Address;
}

const ethereum = (name: string, pool: Address, provider: Address): AaveV3Market => ({
  protocol: 'aaveV3',
  chainId: 1,
  name: `Aave v3 ${name}`,
  address: pool,
  provider,
});

/** Facts of @aave-dao/aave-address-book 4.68.1: AaveV3Ethereum, …Lido, …EtherFi, …Horizon. */
export const markets: readonly AaveV3Market[] = [
  ethereum(
    'Core',
    '0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2',
    '0x2f39d218133AFaB8F2B819B1066c7E434Ad94E9e',
  ),
  ethereum(
    'Prime',
    '0x4e033931ad43597d96D6bcc25c280717730B58B1',
    '0xcfBf336fe147D643B9Cb705648500e101504B16d',
  ),
  ethereum(
    'EtherFi',
    '0x0AA97c284e98396202b6A04024F5E2c65026F3c0',
    '0xeBa440B438Ad808101d1c451C1C5322c90BEFCdA',
  ),
  ethereum(
    'Horizon',
    '0xAe05Cd22df81871bc7cC2a04BeCfb516bFe332C8',
    '0x5D39E06b825C1F2B80bf2756a73e28eFAA128ba0',
  ),
];
