import type { Action } from '../../model/action';
import type { Holding } from '../../model/position';
import type { Account } from './rules.sums';

/**
 * The most, in a token's smallest unit, that the pool's rounding takes from the owner in one action. A balance is a scaled
 * one times an index, and neither is in a position. TokenMath (3.5 and later) mints less and burns more by less than one
 * scaled unit, which is worth less than the index: up to 10 units for an index of 10, a debt grown tenfold by interest.
 * AToken and VariableDebtToken until 3.4, and v2's, round half up twice: up to 10 units for an index of 18. A stable
 * debt is changed by exactly the amount. Until 3.4 the pool floors its average threshold to basis points, so that where these
 * units tip it, what is left of a weak collateral can still cost one basis point of the health factor.
 */
const LOST_AT_MOST = 10n;

const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

const amountAfter: Record<Action['kind'], (there: bigint, amount: bigint) => bigint> = {
  supply: (there, amount) => there + most(0n, amount - LOST_AT_MOST),
  withdraw: (there, amount) => most(0n, there - amount - LOST_AT_MOST),
  borrow: (there, amount) => there + amount + LOST_AT_MOST,
  repay: (there, amount) => (amount >= there ? 0n : least(there, there - amount + LOST_AT_MOST)),
};

/** What every Aave pool makes of an action, but for a rounding of 10 units at most. */
export function afterOf<P extends Account>(position: P, action: Action): P {
  if (action.amount <= 0n) return position;
  return action.kind === 'supply' || action.kind === 'withdraw'
    ? { ...position, collateral: changed(position.collateral, action) }
    : { ...position, debt: changed(position.debt, action) };
}

function changed<H extends Holding>(holdings: readonly H[], { kind, place, amount }: Action): readonly H[] {
  const found = holdings[place];
  if (!found) return holdings;
  const left = amountAfter[kind](BigInt(found.amount), amount);
  return holdings.toSpliced(place, 1, ...(left > 0n ? [{ ...found, amount: `${left}` }] : []));
}
