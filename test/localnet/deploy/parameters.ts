import type { MarketName, TokenSymbol, V2MarketName } from '../production';

/** Loan-to-value, liquidation threshold and bonus (10000 + premium) in basis points, as the configurator takes them. */
export interface CollateralParameters {
  ltv: number;
  lt: number;
  bonus: number;
}

export interface ReserveParameters extends CollateralParameters {
  reserveFactor: number;
  /** Yearly rates in basis points: base, slope up to the optimal usage ratio, slope beyond it. */
  rate: { optimal: number; base: number; slope1: number; slope2: number };
  /** Whole tokens that the whale supplies to Core, and borrows from it. Other markets get a tenth. */
  whale: { supplies: number; borrows: number };
}

/** Close to Ethereum Core in late 2026; BAL stands for the assets that count for liquidation but lend nothing. */
export const RESERVES: Record<TokenSymbol, ReserveParameters> = {
  WETH: {
    ltv: 8050,
    lt: 8300,
    bonus: 10500,
    reserveFactor: 1500,
    rate: { optimal: 9200, base: 0, slope1: 270, slope2: 4000 },
    whale: { supplies: 400_000, borrows: 250_000 },
  },
  wstETH: {
    ltv: 7850,
    lt: 8100,
    bonus: 10600,
    reserveFactor: 500,
    rate: { optimal: 8000, base: 0, slope1: 90, slope2: 8500 },
    whale: { supplies: 200_000, borrows: 20_000 },
  },
  WBTC: {
    ltv: 7300,
    lt: 7800,
    bonus: 10500,
    reserveFactor: 5000,
    rate: { optimal: 8000, base: 0, slope1: 400, slope2: 30_000 },
    whale: { supplies: 10_000, borrows: 800 },
  },
  USDC: {
    ltv: 7500,
    lt: 7800,
    bonus: 10450,
    reserveFactor: 1000,
    rate: { optimal: 9200, base: 0, slope1: 550, slope2: 3500 },
    whale: { supplies: 900_000_000, borrows: 500_000_000 },
  },
  DAI: {
    ltv: 6300,
    lt: 7700,
    bonus: 10500,
    reserveFactor: 2500,
    rate: { optimal: 9200, base: 0, slope1: 550, slope2: 3500 },
    whale: { supplies: 400_000_000, borrows: 150_000_000 },
  },
  BAL: {
    ltv: 0,
    lt: 5900,
    bonus: 10830,
    reserveFactor: 2000,
    rate: { optimal: 8000, base: 500, slope1: 2200, slope2: 15_000 },
    whale: { supplies: 3_000_000, borrows: 300_000 },
  },
};

/** Part of the bonus, in basis points, that goes to the treasury. */
export const LIQUIDATION_PROTOCOL_FEE = 1000;

export const LISTED: Record<MarketName, TokenSymbol[]> = {
  Core: ['WETH', 'wstETH', 'WBTC', 'USDC', 'DAI', 'BAL'],
  Lido: ['wstETH', 'WETH', 'USDC'],
  EtherFi: ['WETH', 'USDC'],
  Horizon: ['WETH', 'USDC'],
  Spark: ['DAI', 'WETH', 'wstETH', 'WBTC', 'USDC'],
};

export const V2_LISTED: Record<V2MarketName, TokenSymbol[]> = {
  Main: ['USDC', 'DAI', 'WETH', 'WBTC', 'BAL'],
  AMM: ['WETH', 'DAI', 'USDC', 'WBTC'],
  Arc: ['USDC', 'WETH'],
};

/** Eight decimals, US dollars. */
export const INITIAL_PRICES: Record<TokenSymbol, bigint> = {
  WETH: 3020_00000000n,
  wstETH: 3610_00000000n,
  WBTC: 97000_00000000n,
  USDC: 1_00000000n,
  DAI: 1_00000000n,
  BAL: 1_10000000n,
};

export const ETH_CORRELATED = {
  id: 1,
  ltv: 9300,
  lt: 9500,
  bonus: 10100,
  label: 'ETH correlated',
  assets: ['WETH', 'wstETH'] as TokenSymbol[],
};
