import type { Address } from 'viem';

/** Ethereum mainnet's own addresses, so that the production configuration finds the local contracts. */
export const MULTICALL3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11';

export type MarketName = 'Core' | 'Lido' | 'EtherFi' | 'Horizon' | 'Spark';

export interface MarketAddresses {
  pool: Address;
  provider: Address;
  oracle: Address;
  dataProvider: Address;
}

/** Sources: @aave-dao/aave-address-book 4.68.1, AaveV3Ethereum and its three sisters; spark-address-registry, SparkLend. */
export const MARKETS: Record<MarketName, MarketAddresses> = {
  Core: {
    pool: '0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2',
    provider: '0x2f39d218133AFaB8F2B819B1066c7E434Ad94E9e',
    oracle: '0x54586bE62E3c3580375aE3723C145253060Ca0C2',
    dataProvider: '0x0a16f2FCC0D44FaE41cc54e079281D84A363bECD',
  },
  Lido: {
    pool: '0x4e033931ad43597d96D6bcc25c280717730B58B1',
    provider: '0xcfBf336fe147D643B9Cb705648500e101504B16d',
    oracle: '0xE3C061981870C0C7b1f3C4F4bB36B95f1F260BE6',
    dataProvider: '0xB85B2bFEbeC4F5f401dbf92ac147A3076391fCD5',
  },
  EtherFi: {
    pool: '0x0AA97c284e98396202b6A04024F5E2c65026F3c0',
    provider: '0xeBa440B438Ad808101d1c451C1C5322c90BEFCdA',
    oracle: '0x43b64f28A678944E0655404B0B98E443851cC34F',
    dataProvider: '0x7c8509591f9693D21280d96e149a08A3bf69Cd0c',
  },
  Horizon: {
    pool: '0xAe05Cd22df81871bc7cC2a04BeCfb516bFe332C8',
    provider: '0x5D39E06b825C1F2B80bf2756a73e28eFAA128ba0',
    oracle: '0x985BcfAB7e0f4EF2606CC5b64FC1A16311880442',
    dataProvider: '0x53519c32f73fE1797d10210c4950fFeBa3b21504',
  },
  Spark: {
    pool: '0xC13e21B648A5Ee794902342038FF3aDAB66BE987',
    provider: '0x02C3eA4e34C0cBd694D2adFa2c690EECbC1793eE',
    oracle: '0x8105f69D9C41644c6A0803fDA7D03Aa70996cFD9',
    dataProvider: '0xFc21d6d146E6086B8359705C8b28512a983db0cb',
  },
};

export type TokenSymbol = 'WETH' | 'wstETH' | 'WBTC' | 'USDC' | 'DAI' | 'BAL';

export interface Token {
  address: Address;
  decimals: number;
  /** Ours, not production's: the price source that all local markets share. */
  feed: Address;
}

export const TOKENS: Record<TokenSymbol, Token> = {
  WETH: {
    address: '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2',
    decimals: 18,
    feed: '0xFEeD000000000000000000000000000000000001',
  },
  wstETH: {
    address: '0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0',
    decimals: 18,
    feed: '0xfeEd000000000000000000000000000000000002',
  },
  WBTC: {
    address: '0x2260FAC5E5542a773Aa44fBCfeDf7C193bc2C599',
    decimals: 8,
    feed: '0xfeEd000000000000000000000000000000000003',
  },
  USDC: {
    address: '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48',
    decimals: 6,
    feed: '0xfEeD000000000000000000000000000000000004',
  },
  DAI: {
    address: '0x6B175474E89094C44Da98b954EedeAC495271d0F',
    decimals: 18,
    feed: '0xfEeD000000000000000000000000000000000005',
  },
  BAL: {
    address: '0xba100000625a3754423978a60c9317c58a424e3D',
    decimals: 18,
    feed: '0xfeeD000000000000000000000000000000000006',
  },
};

export const SYMBOLS = Object.keys(TOKENS) as TokenSymbol[];

export type V2MarketName = 'Main' | 'AMM' | 'Arc';

/** Source: @aave-dao/aave-address-book 4.68.1, AaveV2Ethereum and its two sisters. */
export const V2_MARKETS: Record<V2MarketName, MarketAddresses> = {
  Main: {
    pool: '0x7d2768dE32b0b80b7a3454c06BdAc94A69DDc7A9',
    provider: '0xB53C1a33016B2DC2fF3653530bfF1848a515c8c5',
    oracle: '0xA50ba011c48153De246E5192C8f9258A2ba79Ca9',
    dataProvider: '0x057835Ad21a177dbdd3090bB1CAE03EaCF78Fc6d',
  },
  AMM: {
    pool: '0x7937D4799803FbBe595ed57278Bc4cA21f3bFfCB',
    provider: '0xAcc030EF66f9dFEAE9CbB0cd1B25654b82cFA8d5',
    oracle: '0xA50ba011c48153De246E5192C8f9258A2ba79Ca9',
    dataProvider: '0xc443AD9DDE3cecfB9dfC5736578f447aFE3590ba',
  },
  Arc: {
    pool: '0x37D7306019a38Af123e4b245Eb6C28AF552e0bB0',
    provider: '0x6FdfafB66d39cD72CFE7984D3Bbcc76632faAb00',
    oracle: '0xB8a7bc0d13B1f5460513040a97F404b4fea7D2f3',
    dataProvider: '0x71B53fC437cCD988b1b89B1D4605c3c3d0C810ea',
  },
};

/** Ours: v2 counts in ETH, so its tokens have feeds of their own, but WETH none. */
export const V2_FEEDS: Partial<Record<TokenSymbol, Address>> = {
  WBTC: '0xfeeD000000000000000000000000000000000013',
  USDC: '0xFeED000000000000000000000000000000000014',
  DAI: '0xfEEd000000000000000000000000000000000015',
  BAL: '0xFeeD000000000000000000000000000000000016',
};
