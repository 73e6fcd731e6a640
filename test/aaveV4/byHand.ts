import type { AaveV4Collateral, AaveV4Debt, AaveV4Position } from '../../src/protocols/aaveV4/rules.position';

export const WAD = 10n ** 18n;
export const RAY = 10n ** 27n;
export const DOLLAR = 100_000_000n;

/** Ten ether at 2,000 dollars, 80% counted, in a pool in which a share is a unit. */
export const ether = (change: Partial<AaveV4Collateral> = {}): AaveV4Collateral => ({
  address: '0x00000000000000000000000000000000000000e1',
  symbol: 'WETH',
  decimals: 18,
  amount: `${10n * WAD}`,
  shares: change.amount ?? `${10n * WAD}`,
  pool: { assets: `${10n ** 24n}`, shares: `${10n ** 24n}` },
  price: `${2_000n * DOLLAR}`,
  priceDecimals: 8,
  feed: '0x00000000000000000000000000000000000000f1',
  conditions: [],
  threshold: '8000',
  loanToValue: '7500',
  enabled: true,
  reserveId: 0,
  lentBy: { hub: '0x00000000000000000000000000000000000000b1', assetId: 0 },
  hub: 'open',
  receivableAsShares: true,
  maxLiquidationBonus: '10500',
  liquidationFee: '1000',
  ...change,
});

/** 10,000 dollars, at an index of 1 and without premium. */
export const dollars = (change: Partial<AaveV4Debt> = {}): AaveV4Debt => ({
  address: '0x00000000000000000000000000000000000000d1',
  symbol: 'USDC',
  decimals: 6,
  amount: change.drawnShares ?? '10000000000',
  drawnShares: '10000000000',
  drawnIndex: `${RAY}`,
  premiumRay: '0',
  price: `${DOLLAR}`,
  priceDecimals: 8,
  feed: '0x00000000000000000000000000000000000000f2',
  conditions: [],
  reserveId: 1,
  lentBy: { hub: '0x00000000000000000000000000000000000000b1', assetId: 1 },
  hub: 'open',
  ...change,
});

export const position = (
  collateral: readonly AaveV4Collateral[],
  debt: readonly AaveV4Debt[],
  liquidation: Partial<AaveV4Position['liquidation']> = {},
): AaveV4Position => ({
  market: {
    protocol: 'aaveV4',
    chainId: 1,
    address: '0x94e7A5dCbE816e498b89aB752661904E2F56c485',
    name: 'Aave v4 Main',
  },
  owner: '0x00000000000000000000000000000000000000a1',
  unit: 'USD',
  factorScale: '10000',
  collateral,
  debt,
  liquidation: {
    targetHealthFactor: `${WAD}`,
    healthFactorForMaxBonus: '900000000000000000',
    bonusFactor: '5000',
    ...liquidation,
  },
  contract: { healthFactor: null, liquidatable: false },
  agrees: true,
});
