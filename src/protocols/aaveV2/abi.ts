import { parseAbi } from 'viem';

/** ILendingPool. The configurations are structs of one word. */
export const poolAbi = parseAbi([
  'function getUserAccountData(address user) view returns (uint256 totalCollateralETH, uint256 totalDebtETH, uint256 availableBorrowsETH, uint256 currentLiquidationThreshold, uint256 ltv, uint256 healthFactor)',
  'function getUserConfiguration(address user) view returns (uint256)',
  'function getConfiguration(address asset) view returns (uint256)',
  'function getReservesList() view returns (address[])',
  'function paused() view returns (bool)',
]);

/** ILendingPoolAddressesProvider. */
export const providerAbi = parseAbi(['function getPriceOracle() view returns (address)']);

export const oracleAbi = parseAbi([
  'function getAssetPrice(address asset) view returns (uint256)',
  'function getSourceOfAsset(address asset) view returns (address)',
]);
