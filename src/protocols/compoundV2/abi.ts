import { parseAbi } from 'viem';

/** Comptroller, as compound-protocol@a3214f67 has it. */
export const comptrollerAbi = parseAbi([
  'function getAssetsIn(address account) view returns (address[])',
  'function getAccountLiquidity(address account) view returns (uint256 err, uint256 liquidity, uint256 shortfall)',
  'function oracle() view returns (address)',
  'function closeFactorMantissa() view returns (uint256)',
  'function liquidationIncentiveMantissa() view returns (uint256)',
  'function seizeGuardianPaused() view returns (bool)',
  'function markets(address cToken) view returns (bool isListed, uint256 collateralFactorMantissa, bool isComped)',
  'function isDeprecated(address cToken) view returns (bool)',
]);

/**
 * CToken. accrueInterest writes, but an eth_call only simulates that; it stands here as a view so that it can go first in
 * the same round as what it changes. It and getAccountSnapshot tell of failure by a code, not by reverting.
 */
export const cTokenAbi = parseAbi([
  'function accrueInterest() view returns (uint256 err)',
  'function getAccountSnapshot(address account) view returns (uint256 err, uint256 cTokenBalance, uint256 borrowBalance, uint256 exchangeRateMantissa)',
  'function underlying() view returns (address)',
  'function symbol() view returns (string)',
]);

export const oracleAbi = parseAbi(['function getUnderlyingPrice(address cToken) view returns (uint256)']);

export const tokenAbi = parseAbi(['function decimals() view returns (uint8)']);
