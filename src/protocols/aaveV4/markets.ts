import { AaveV4Arc, AaveV4Avalanche, AaveV4Ethereum } from '@aave-dao/aave-address-book';
import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';

export type AaveV4Market = Market & { readonly protocol: 'aaveV4' };

const spokes = (chainId: number, named: Readonly<Record<string, Address>>): AaveV4Market[] =>
  Object.entries(named).map(([name, address]) => ({
    protocol: 'aaveV4',
    chainId,
    address,
    name: `Aave v4 ${name}`,
  }));

/** Every spoke in which people borrow; the treasury's holds fees only. */
export const markets: readonly AaveV4Market[] = [
  ...spokes(AaveV4Ethereum.CHAIN_ID, {
    Main: AaveV4Ethereum.SPOKES.MAIN_SPOKE,
    Bluechip: AaveV4Ethereum.SPOKES.BLUECHIP_SPOKE,
    'Ethena Correlated': AaveV4Ethereum.SPOKES.ETHENA_CORRELATED_SPOKE,
    'Ethena Ecosystem': AaveV4Ethereum.SPOKES.ETHENA_ECOSYSTEM_SPOKE,
    Forex: AaveV4Ethereum.SPOKES.FOREX_SPOKE,
    Gold: AaveV4Ethereum.SPOKES.GOLD_SPOKE,
    'Lombard BTC': AaveV4Ethereum.SPOKES.LOMBARD_BTC_SPOKE,
    'PAXG Gold': AaveV4Ethereum.SPOKES.PAXG_GOLD_SPOKE,
    'USDG Pendle': AaveV4Ethereum.SPOKES.USDG_PENDLE_SPOKE,
    EtherFi: AaveV4Ethereum.SPOKES.ETHERFI_ESPOKE,
    Kelp: AaveV4Ethereum.SPOKES.KELP_ESPOKE,
    Lido: AaveV4Ethereum.SPOKES.LIDO_ESPOKE,
    'USDG Maple': AaveV4Ethereum.SPOKES.USDG_MAPLE_ESPOKE,
  }),
  ...spokes(AaveV4Avalanche.CHAIN_ID, {
    Main: AaveV4Avalanche.SPOKES.MAIN_SPOKE,
    Forex: AaveV4Avalanche.SPOKES.FOREX_SPOKE,
    'AVAX Correlated': AaveV4Avalanche.SPOKES.AVAX_CORRELATED_SPOKE,
  }),
  ...spokes(AaveV4Arc.CHAIN_ID, {
    Main: AaveV4Arc.SPOKES.MAIN_SPOKE,
    Forex: AaveV4Arc.SPOKES.FOREX_SPOKE,
  }),
];
