import { parseAbi } from 'viem';

/**
 * IMorpho. accrueInterest and liquidate write, but an eth_call only simulates that; they stand here as views so that
 * they can be asked in the same round as what they change.
 */
export const morphoAbi = parseAbi([
  'struct MarketParams { address loanToken; address collateralToken; address oracle; address irm; uint256 lltv; }',
  'function accrueInterest(MarketParams marketParams) view',
  'function position(bytes32 id, address user) view returns (uint256 supplyShares, uint128 borrowShares, uint128 collateral)',
  'function market(bytes32 id) view returns (uint128 totalSupplyAssets, uint128 totalSupplyShares, uint128 totalBorrowAssets, uint128 totalBorrowShares, uint128 lastUpdate, uint128 fee)',
  'function idToMarketParams(bytes32 id) view returns (address loanToken, address collateralToken, address oracle, address irm, uint256 lltv)',
  'function isAuthorized(address authorizer, address authorized) view returns (bool)',
  'function liquidate(MarketParams marketParams, address borrower, uint256 seizedAssets, uint256 repaidShares, bytes data) view returns (uint256, uint256)',
]);

/** IPreLiquidationFactory. */
export const factoryAbi = parseAbi(['function isPreLiquidation(address) view returns (bool)']);

/** IPreLiquidation; preLiquidate stands as a view for the same reason as liquidate. Its struct is flat in the ABI. */
export const preLiquidationAbi = parseAbi([
  'function ID() view returns (bytes32)',
  'function preLiquidationParams() view returns (uint256 preLltv, uint256 preLCF1, uint256 preLCF2, uint256 preLIF1, uint256 preLIF2, address preLiquidationOracle)',
  'function preLiquidate(address borrower, uint256 seizedAssets, uint256 repaidShares, bytes data) view returns (uint256, uint256)',
]);

export const oracleAbi = parseAbi(['function price() view returns (uint256)']);

export const tokenAbi = parseAbi([
  'function symbol() view returns (string)',
  'function decimals() view returns (uint8)',
]);
