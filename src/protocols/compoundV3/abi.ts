import { parseAbi } from 'viem';

/**
 * Comet (CometMainInterface and CometExtInterface), the parts that every deployment has. accrueAccount writes, but an
 * eth_call only simulates that; it stands here as a view so that it can go first in the same round as what it changes.
 */
export const cometAbi = parseAbi([
  'function accrueAccount(address account) view',
  'function isLiquidatable(address account) view returns (bool)',
  'function userBasic(address account) view returns (int104 principal, uint64 baseTrackingIndex, uint64 baseTrackingAccrued, uint16 assetsIn, uint8 _reserved)',
  'struct TotalsBasic { uint64 baseSupplyIndex; uint64 baseBorrowIndex; uint64 trackingSupplyIndex; uint64 trackingBorrowIndex; uint104 totalSupplyBase; uint104 totalBorrowBase; uint40 lastAccrualTime; uint8 pauseFlags; }',
  'function totalsBasic() view returns (TotalsBasic)',
  'function baseToken() view returns (address)',
  'function baseScale() view returns (uint256)',
  'function baseTokenPriceFeed() view returns (address)',
  'struct AssetInfo { uint8 offset; address asset; address priceFeed; uint64 scale; uint64 borrowCollateralFactor; uint64 liquidateCollateralFactor; uint64 liquidationFactor; uint128 supplyCap; }',
  'function getAssetInfo(uint8 i) view returns (AssetInfo)',
  'function collateralBalanceOf(address account, address asset) view returns (uint128)',
  'function getPrice(address priceFeed) view returns (uint256)',
]);

export const tokenAbi = parseAbi(['function symbol() view returns (string)']);
