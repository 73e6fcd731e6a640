import { parseAbi } from 'viem';

/** ISpoke: what a borrower's account is made of. */
export const spokeAbi = parseAbi([
  'function ORACLE() view returns (address)',
  'function getReserveCount() view returns (uint256)',
  'struct LiquidationConfig { uint128 targetHealthFactor; uint64 healthFactorForMaxBonus; uint16 liquidationBonusFactor; }',
  'function getLiquidationConfig() view returns (LiquidationConfig)',
  'struct Reserve { address underlying; address hub; uint16 assetId; uint8 decimals; uint24 collateralRisk; uint8 flags; uint32 dynamicConfigKey; }',
  'function getReserve(uint256 reserveId) view returns (Reserve)',
  'struct DynamicReserveConfig { uint16 collateralFactor; uint32 maxLiquidationBonus; uint16 liquidationFee; }',
  'function getDynamicReserveConfig(uint256 reserveId, uint32 key) view returns (DynamicReserveConfig)',
  'struct UserAccountData { uint256 riskPremium; uint256 avgCollateralFactor; uint256 healthFactor; uint256 totalCollateralValue; uint256 totalDebtValueRay; uint256 activeCollateralCount; uint256 borrowCount; }',
  'function getUserAccountData(address user) view returns (UserAccountData)',
  'function getUserReserveStatus(uint256 reserveId, address user) view returns (bool usingAsCollateral, bool borrowing)',
  'struct UserPosition { uint120 drawnShares; uint120 premiumShares; int200 premiumOffsetRay; uint120 suppliedShares; uint32 dynamicConfigKey; }',
  'function getUserPosition(uint256 reserveId, address user) view returns (UserPosition)',
  'function getUserSuppliedAssets(uint256 reserveId, address user) view returns (uint256)',
]);

/** IHub: the pool of an asset that several spokes lend out. */
export const hubAbi = parseAbi([
  'function getAssetDrawnIndex(uint256 assetId) view returns (uint256)',
  'function getAddedAssets(uint256 assetId) view returns (uint256)',
  'function getAddedShares(uint256 assetId) view returns (uint256)',
  'struct SpokeConfig { uint40 addCap; uint40 drawCap; uint24 riskPremiumThreshold; bool active; bool halted; }',
  'function getSpokeConfig(uint256 assetId, address spoke) view returns (SpokeConfig)',
]);

export const oracleAbi = parseAbi([
  'function getReservePrice(uint256 reserveId) view returns (uint256)',
  'function getReserveSource(uint256 reserveId) view returns (address)',
]);

export const tokenAbi = parseAbi(['function symbol() view returns (string)']);
