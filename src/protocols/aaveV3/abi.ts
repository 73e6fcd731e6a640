import { parseAbi } from 'viem';

/** IPool, the parts that are the same from 3.0 to 3.7; the last four are missing in older versions. */
export const poolAbi = parseAbi([
  'function getUserAccountData(address user) view returns (uint256 totalCollateralBase, uint256 totalDebtBase, uint256 availableBorrowsBase, uint256 currentLiquidationThreshold, uint256 ltv, uint256 healthFactor)',
  'function getUserConfiguration(address user) view returns (uint256)',
  'function getUserEMode(address user) view returns (uint256)',
  'function POOL_REVISION() view returns (uint256)',
  'function getReservesList() view returns (address[])',
  'function getReserveAddressById(uint16 id) view returns (address)',
  'function getConfiguration(address asset) view returns (uint256)',
  'struct EModeCategory { uint16 ltv; uint16 liquidationThreshold; uint16 liquidationBonus; address priceSource; string label; }',
  'function getEModeCategoryData(uint8 id) view returns (EModeCategory)',
  'function getEModeCategoryCollateralBitmap(uint8 id) view returns (uint128)',
  'function getEModeCategoryLtvzeroBitmap(uint8 id) view returns (uint128)',
  'function getIsEModeCategoryIsolated(uint8 id) view returns (bool)',
  'function getLiquidationGracePeriod(address asset) view returns (uint40)',
]);

/** IPoolAddressesProvider: where the market's other contracts are today. */
export const providerAbi = parseAbi([
  'function getPriceOracle() view returns (address)',
  'function getPoolDataProvider() view returns (address)',
]);

/** IPoolDataProvider.getUserReserveData: the same nine words in every version, balances with interest to this block. */
export const dataProviderAbi = parseAbi([
  'function getUserReserveData(address asset, address user) view returns (uint256 currentATokenBalance, uint256 currentStableDebt, uint256 currentVariableDebt, uint256 principalStableDebt, uint256 scaledVariableDebt, uint256 stableBorrowRate, uint256 liquidityRate, uint40 stableRateLastUpdated, bool usageAsCollateralEnabled)',
]);

export const oracleAbi = parseAbi([
  'function getAssetPrice(address asset) view returns (uint256)',
  'function getSourceOfAsset(address asset) view returns (address)',
  'function BASE_CURRENCY_UNIT() view returns (uint256)',
]);

export const tokenAbi = parseAbi(['function symbol() view returns (string)']);
