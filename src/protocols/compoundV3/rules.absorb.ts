import type { Seizure } from '../../model/rules';
import type { CompoundV3Position } from './rules.position';
import { share, total, unitOf, worthOf } from './rules.sums';

/** Comet's BASE_INDEX_SCALE. */
const INDEX_SCALE = 10n ** 15n;

/**
 * Comet.absorbInternal: all collateral goes and the whole debt with it, however small the shortfall; what the collateral
 * is worth beyond the debt, each asset times its liquidation factor, stays with the owner as supplied base.
 */
export function seizureOf(position: CompoundV3Position): Seizure | null {
  const { collateral, debt, indices, paused } = position;
  const [owed] = debt;
  if (!owed) return null;
  const worth = total(collateral.map((held) => share(worthOf(held), held.liquidationFactor)));
  const surplus = (worth * unitOf(owed)) / BigInt(owed.price) - BigInt(owed.amount);
  const credited = surplus > 0n ? balanceAfter(surplus, BigInt(indices.supply)) : 0n;
  return {
    repaid: [{ asset: owed.address, amount: BigInt(owed.amount) }],
    seized: collateral.map(({ address, amount }) => ({ asset: address, amount: BigInt(amount) })),
    credited: credited > 0n ? [{ asset: owed.address, amount: credited }] : [],
    blocked: paused.includes('absorb') ? 'Liquidations are paused in this market.' : null,
  };
}

/** A balance is kept as principal and read back through the index, rounded down both times (CometCore.principalValue). */
function balanceAfter(surplus: bigint, supplyIndex: bigint): bigint {
  const principal = (surplus * INDEX_SCALE) / supplyIndex;
  return (principal * supplyIndex) / INDEX_SCALE;
}
