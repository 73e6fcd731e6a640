import { parseAbi } from 'viem';

/** The part of IPool that 3.0 and 3.6 share, as the tests use it. */
export const poolAbi = parseAbi([
  'function ADDRESSES_PROVIDER() view returns (address)',
  'function POOL_REVISION() view returns (uint256)',
  'function supply(address asset, uint256 amount, address onBehalfOf, uint16 referralCode)',
  'function withdraw(address asset, uint256 amount, address to) returns (uint256)',
  'function borrow(address asset, uint256 amount, uint256 interestRateMode, uint16 referralCode, address onBehalfOf)',
  'function repay(address asset, uint256 amount, uint256 interestRateMode, address onBehalfOf) returns (uint256)',
  'function setUserUseReserveAsCollateral(address asset, bool useAsCollateral)',
  'function setUserEMode(uint8 categoryId)',
  'function getUserEMode(address user) view returns (uint256)',
  'function getReserveNormalizedVariableDebt(address asset) view returns (uint256)',
  'function getUserAccountData(address user) view returns (uint256 totalCollateralBase, uint256 totalDebtBase, uint256 availableBorrowsBase, uint256 currentLiquidationThreshold, uint256 ltv, uint256 healthFactor)',
  'function liquidationCall(address collateralAsset, address debtAsset, address user, uint256 debtToCover, bool receiveAToken)',
]);

export const providerAbi = parseAbi([
  'function getPool() view returns (address)',
  'function getPoolConfigurator() view returns (address)',
  'function getPriceOracle() view returns (address)',
  'function getPoolDataProvider() view returns (address)',
]);

export const oracleAbi = parseAbi([
  'function getAssetPrice(address asset) view returns (uint256)',
  'function getAssetsPrices(address[] assets) view returns (uint256[])',
]);

export const dataProviderAbi = parseAbi([
  'function getUserReserveData(address asset, address user) view returns (uint256 supplied, uint256 stableDebt, uint256 variableDebt, uint256, uint256, uint256, uint256, uint40, bool isCollateral)',
  'function getReserveConfigurationData(address asset) view returns (uint256 decimals, uint256 ltv, uint256 liquidationThreshold, uint256 liquidationBonus, uint256 reserveFactor, bool usageAsCollateralEnabled, bool borrowingEnabled, bool stableBorrowRateEnabled, bool isActive, bool isFrozen)',
]);

export const tokenAbi = parseAbi([
  'function mint(address account, uint256 value) returns (bool)',
  'function balanceOf(address account) view returns (uint256)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'function approve(address spender, uint256 amount) returns (bool)',
  'function decimals() view returns (uint8)',
  'function symbol() view returns (string)',
]);

export const configuratorAbi = parseAbi([
  'function configureReserveAsCollateral(address asset, uint256 ltv, uint256 liquidationThreshold, uint256 liquidationBonus)',
  'function setReservePause(address asset, bool paused)',
  'function setReserveFreeze(address asset, bool freeze)',
  'function setAssetCollateralInEMode(address asset, uint8 categoryId, bool allowed)',
  'function setAssetBorrowableInEMode(address asset, uint8 categoryId, bool borrowable)',
  'function setAssetLtvzeroInEMode(address asset, uint8 categoryId, bool ltvzero)',
  'function setAssetEModeCategory(address asset, uint8 newCategoryId)',
]);

export const setEModeCategoryAbi = {
  '3.6': parseAbi(['function setEModeCategory(uint8 id, uint16 ltv, uint16 lt, uint16 bonus, string label)']),
  '3.0': parseAbi([
    'function setEModeCategory(uint8 id, uint16 ltv, uint16 lt, uint16 bonus, address oracle, string label)',
  ]),
};
