import type { Action } from '../../model/action';
import type { CompoundV3Position } from './rules.position';
import { debtValue, share, total, worthOf } from './rules.sums';

/** CometCore's BASE_INDEX_SCALE. */
const INDEX_SCALE = 10n ** 15n;

/**
 * Comet.supplyCollateral and withdrawCollateral move exactly the amount; supplyBase and withdrawBase turn the balance back
 * into principal, rounded up for a debt. To repay is to supply the base asset.
 */
export function afterOf(position: CompoundV3Position, { kind, place, amount }: Action): CompoundV3Position {
  if (amount <= 0n) return position;
  if (kind === 'supply' || kind === 'withdraw') {
    const held = position.collateral[place];
    if (!held) return position;
    const there = BigInt(held.amount);
    const left = kind === 'supply' ? there + amount : there - amount;
    const kept = left > 0n ? [{ ...held, amount: `${left}` }] : [];
    return { ...position, collateral: position.collateral.toSpliced(place, 1, ...kept) };
  }
  const owed = position.debt[place];
  if (!owed) return position;
  const index = BigInt(position.indices.borrow);
  const there = BigInt(owed.amount);
  const left = kind === 'borrow' ? there + amount : there - amount;
  if (left <= 0n) return { ...position, debt: [], principal: '0' };
  const principal = (left * INDEX_SCALE + index - 1n) / index; // principalValueBorrow, rounded up
  const debt = [{ ...owed, amount: `${(principal * index) / INDEX_SCALE}` }]; // presentValueBorrow, rounded down
  return { ...position, debt, principal: `${-principal}` };
}

/** Comet pauses by action, and asks isBorrowCollateralized after whatever leaves. */
export function refusalOf(position: CompoundV3Position, action: Action): string | null {
  const isOut = action.kind === 'withdraw' || action.kind === 'borrow';
  if (position.paused.includes(isOut ? 'withdraw' : 'supply'))
    return `Compound has paused ${isOut ? 'withdrawals and loans' : 'supplies and repayments'} in this market`;
  return !isOut || isBorrowCollateralized(afterOf(position, action))
    ? null
    : 'it is more than the collateral lets you borrow';
}

const isBorrowCollateralized = ({ collateral, debt }: CompoundV3Position): boolean =>
  total(collateral.map((held) => share(worthOf(held), held.loanToValue))) >= debtValue(debt);
