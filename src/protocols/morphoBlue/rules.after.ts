import type { Action } from '../../model/action';
import { amountsOf, assetsUp, maxBorrow, sharesDown, sharesUp } from './rules.amounts';
import type { MorphoBluePosition } from './rules.position';

/**
 * Morpho.supplyCollateral and withdrawCollateral move exactly the amount; borrow and repay, called with an amount, round
 * the shares against the owner and change what all borrowers owe with them. All of a debt is repaid by its shares.
 */
export function afterOf(position: MorphoBluePosition, { kind, place, amount }: Action): MorphoBluePosition {
  if (amount <= 0n) return position;
  if (kind === 'supply' || kind === 'withdraw') {
    const held = position.collateral[place];
    if (!held) return position;
    const left = BigInt(held.amount) + (kind === 'supply' ? amount : -amount);
    const kept = left > 0n ? [{ ...held, amount: `${left}` }] : [];
    return { ...position, collateral: position.collateral.toSpliced(place, 1, ...kept) };
  }
  const owed = position.debt[place];
  if (!owed) return position;
  const shares = BigInt(position.borrowed.shares);
  const totals = {
    assets: BigInt(position.borrowed.totalAssets),
    shares: BigInt(position.borrowed.totalShares),
  };
  const isAll = kind === 'repay' && amount >= BigInt(owed.amount);
  const sum = isAll ? BigInt(owed.amount) : amount;
  const moved = isAll ? shares : kind === 'borrow' ? sharesUp(sum, totals) : sharesDown(sum, totals);
  const sign = kind === 'borrow' ? 1n : -1n;
  const assets = totals.assets + sign * sum;
  const after = { assets: assets > 0n ? assets : 0n, shares: totals.shares + sign * moved };
  const left = shares + sign * moved;
  return {
    ...position,
    debt: left > 0n ? [{ ...owed, amount: `${assetsUp(left, after)}` }] : [],
    borrowed: { shares: `${left}`, totalAssets: `${after.assets}`, totalShares: `${after.shares}` },
  };
}

/** Morpho asks _isHealthy after whatever leaves, and nothing else. */
export function refusalOf(position: MorphoBluePosition, action: Action): string | null {
  if (action.kind === 'supply' || action.kind === 'repay') return null;
  const after = afterOf(position, action);
  const { collateral, price, debt } = amountsOf(after);
  // Not the threshold, which a pre-liquidation contract may have lowered.
  const lltv = BigInt(after.collateral[0]?.loanToValue ?? 0);
  return maxBorrow(collateral, price, lltv) >= debt ? null : 'it is more than the collateral lets you borrow';
}
