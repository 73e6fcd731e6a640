import type { Action } from '../../model/action';
import type { Condition } from '../../model/position';
import { afterOf } from './rules.after';
import { type Account, BPS, ceilDiv, counts, isSafe, sumsOf, unitOf } from './rules.sums';

/** What every Aave pool refuses: ValidationLogic of 3.0 to 3.6 and of v2, as far as a position decides. */
export function refusalOf(position: Account, action: Action): string | null {
  const { kind, place } = action;
  const isCollateral = kind === 'supply' || kind === 'withdraw';
  const holding = (isCollateral ? position.collateral : position.debt)[place];
  if (!holding) return 'there is no such asset in the position';
  const closed = closedFor(kind, holding.conditions);
  if (closed) return `${holding.symbol} is ${closed}`;
  if (kind === 'supply' || kind === 'repay') return null;
  if (kind === 'withdraw' && !position.collateral[place]?.enabled) return null;
  const after = afterOf(position, action);
  if (kind === 'borrow' && !isCovered(after)) return 'it is more than the collateral lets you borrow';
  const isStillSafe = isSafe(sumsOf(after.collateral, after.debt, after.arithmetic), after.arithmetic);
  return isStillSafe ? null : 'it would make the position liquidatable';
}

/** validateHFAndLtvzero: v3 wants what may not be borrowed against to be withdrawn first. */
export function waitsFor(position: Account, action: Action): string | null {
  const taken = action.kind === 'withdraw' ? position.collateral[action.place] : undefined;
  if (!taken?.enabled || taken.loanToValue === '0' || position.debt.length === 0) return null;
  const first = position.collateral.find((held) => held.enabled && held.loanToValue === '0');
  return first ? `${first.symbol} has to be withdrawn first` : null;
}

/** A frozen reserve takes no supply and lends nothing; repaying and withdrawing stay open. */
function closedFor(kind: Action['kind'], conditions: readonly Condition[]): Condition | undefined {
  const isNew = kind === 'supply' || kind === 'borrow';
  return conditions.find((condition) => condition !== 'frozen' || isNew);
}

/** validateHFAndLtv: all collateral times its average loan-to-value, floored to basis points, covers the debt. */
function isCovered({ collateral, debt, arithmetic }: Account): boolean {
  const used = collateral.filter((held) => (arithmetic === 'exactSum' ? held.enabled : counts(held)));
  const values = used.map((held) => (BigInt(held.amount) * BigInt(held.price)) / unitOf(held));
  const total = values.reduce((sum, value) => sum + value, 0n);
  const lending = used.reduce((sum, held, at) => sum + (values[at] ?? 0n) * BigInt(held.loanToValue), 0n);
  const average = total === 0n ? 0n : lending / total;
  const owed = sumsOf([], debt, arithmetic).debt;
  return average > 0n && total >= ceilDiv(owed * BPS, average);
}
