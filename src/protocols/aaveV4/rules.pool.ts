import { ceilDiv } from './rules.account';
import type { AaveV4Collateral } from './rules.position';

/** SharesMath: as if this many more units and shares had been there from the start. */
export const VIRTUAL = 1_000_000n;

/** The hub's conversions between an asset and shares of its pool, each with its rounding. */
export function poolOf({ assets, shares }: NonNullable<AaveV4Collateral['pool']>) {
  const allAssets = BigInt(assets) + VIRTUAL;
  const allShares = BigInt(shares) + VIRTUAL;
  return {
    /** previewAddByAssets, down. */
    sharesFor: (amount: bigint): bigint => (amount * allShares) / allAssets,
    /** previewAddByShares, up. */
    costOf: (held: bigint): bigint => ceilDiv(held * allAssets, allShares),
    /** previewRemoveByAssets, up. */
    sharesToTake: (amount: bigint): bigint => ceilDiv(amount * allShares, allAssets),
    /** previewRemoveByShares, down. */
    worthOf: (held: bigint): bigint => (held * allAssets) / allShares,
  };
}
