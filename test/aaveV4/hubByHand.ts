import { type Address, decodeFunctionResult, encodeFunctionData, type Hex, parseAbi } from 'viem';
import { recorded } from '../replay/aaveV4';
import { RAY } from './byHand';

const abi = parseAbi([
  'struct Asset { uint120 liquidity; uint120 realizedFees; uint8 decimals; uint120 addedShares; uint120 swept; int200 premiumOffsetRay; uint120 drawnShares; uint120 premiumShares; uint16 liquidityFee; uint120 drawnIndex; uint96 drawnRate; uint40 lastUpdateTimestamp; address underlying; address irStrategy; address reinvestmentController; address feeReceiver; uint200 deficitRay; }',
  'function getAsset(uint256 assetId) view returns (Asset)',
  'function getAssetDrawnIndex(uint256 assetId) view returns (uint256)',
  'function getAddedAssets(uint256 assetId) view returns (uint256)',
  'struct RateData { uint16 optimalUsageRatio; uint32 baseDrawnRate; uint32 rateGrowthBeforeOptimal; uint32 rateGrowthAfterOptimal; }',
  'function getInterestRateData(uint256 assetId) view returns (RateData)',
]);

/** What was recorded of an asset, at a block or at all of them. */
function said(to: Address, functionName: (typeof abi)[number]['name'], assetId: number, block = 0): Hex {
  const key = `${to}:${encodeFunctionData({ abi, functionName, args: [BigInt(assetId)] })}`.toLowerCase();
  const reply = recorded.blocks[block]?.calls[key] ?? recorded.static[key];
  if (!reply?.result) throw new Error(`${functionName} of ${to} was not recorded`);
  return reply.result;
}

export const recordedIndex = (hub: Address, assetId: number, block: number): bigint =>
  BigInt(said(hub, 'getAssetDrawnIndex', assetId, block));
export const recordedAdded = (hub: Address, assetId: number, block: number): bigint =>
  BigInt(said(hub, 'getAddedAssets', assetId, block));

/** What a hub keeps of an asset. */
export type Pool = ReturnType<typeof poolOf>;
export const poolOf = (hub: Address, assetId: number) =>
  decodeFunctionResult({ abi, functionName: 'getAsset', data: said(hub, 'getAsset', assetId) });

/** The corners of its rates, in basis points. */
export const recordedStrategy = ({ irStrategy }: Pool, assetId: number) =>
  decodeFunctionResult({
    abi,
    functionName: 'getInterestRateData',
    data: said(irStrategy, 'getInterestRateData', assetId),
  });

/** The rate of a pool that is used up. */
export function recordedTop(pool: Pool, assetId: number): number {
  const { baseDrawnRate, rateGrowthBeforeOptimal, rateGrowthAfterOptimal } = recordedStrategy(pool, assetId);
  return baseDrawnRate + rateGrowthBeforeOptimal + rateGrowthAfterOptimal;
}

const YEAR = 31_536_000n;
const up = (a: bigint, b: bigint): bigint => a / b + (a % b > 0n ? 1n : 0n);

/**
 * A pool as the seconds pass. No contract of Aave v4 runs here: its arithmetic once more, in the contracts' order. An
 * index is what it was, times one and the rate for so long, up.
 */
export function indexAt(pool: Pool, time: number): bigint {
  const { drawnShares, premiumShares, drawnIndex, drawnRate, lastUpdateTimestamp } = pool;
  if (drawnShares === 0n && premiumShares === 0n) return drawnIndex;
  return up(drawnIndex * (RAY + (drawnRate * BigInt(time - lastUpdateTimestamp)) / YEAR), RAY);
}

const owedAt = ({ drawnShares, premiumShares, premiumOffsetRay, deficitRay }: Pool, index: bigint): bigint =>
  up((drawnShares + premiumShares) * index - premiumOffsetRay + deficitRay, RAY);

/** Of what the interest adds the hub keeps its fee, rounded down. */
function feesAt(pool: Pool, time: number): bigint {
  const grown = owedAt(pool, indexAt(pool, time)) - owedAt(pool, pool.drawnIndex);
  return pool.realizedFees + (grown * BigInt(pool.liquidityFee)) / 10_000n;
}

/** All that belongs to the suppliers. */
export const addedAt = (pool: Pool, time: number): bigint =>
  pool.liquidity + pool.swept + owedAt(pool, indexAt(pool, time)) - feesAt(pool, time);

/** After somebody's touch, which is too small to move the rate. */
export const touched = (pool: Pool, time: number): Pool => ({
  ...pool,
  drawnIndex: indexAt(pool, time),
  realizedFees: feesAt(pool, time),
  lastUpdateTimestamp: time,
});
