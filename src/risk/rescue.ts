import type { Action } from '../model/action';
import type { Holding, Position } from '../model/position';
import type { Remedy, Rescue } from '../model/rescue';
import { type Goal, goalOf, usualBuffer } from './goal';
import { rulesOf } from './rules';
import { leastWhere } from './search';

/** Where this many times what would carry the debt alone, and as many whole tokens, are not enough, nothing is. */
const ENOUGH = 2n ** 20n;

/**
 * What gets a position to a buffer: of each debt the least to repay, or of each collateral the least to add. By the
 * protocol's own rules, rounded against the owner: doing exactly that reaches it, by our rules one unit less does not.
 * @param buffer a share, "0.2"; by default the one below which a position is Low
 */
export function rescue(position: Position, buffer: string = usualBuffer(position)): Rescue {
  const goal = goalOf(position, buffer);
  if (goal.isReachedBy(position)) return { buffer, isReached: true, repay: [], add: [] };
  const repay = position.debt.map((owed, place) => repayment(position, owed, place, goal));
  return { buffer, isReached: false, repay, add: additions(position, goal) };
}

/** What is left to be done once an amount of one debt is repaid, which may be all that a wallet holds of it. */
export function rescueAfterRepaying(
  position: Position,
  repaid: Pick<Action, 'place' | 'amount'>,
  buffer: string = usualBuffer(position),
): Rescue {
  return rescue(rulesOf(position).after(position, { kind: 'repay', ...repaid }), buffer);
}

function repayment(position: Position, owed: Holding, place: number, goal: Goal): Remedy {
  const perUnit = goal.weights.debt(owed) * goal.whole;
  const all = BigInt(owed.amount);
  const amount = perUnit > 0n ? leastOf(position, { kind: 'repay', place }, goal, perUnit, all) : null;
  if (typeof amount === 'bigint') return remedy(owed, place, amount, all);
  return none(owed, place, amount ?? 'repaying all of it is not enough');
}

const additions = (position: Position, goal: Goal): Remedy[] =>
  position.collateral.flatMap((held, place) => {
    if (!held.enabled) return [];
    const perUnit = goal.weights.collateral(held) * goal.debt;
    if (perUnit === 0n) return [none(held, place, 'it does not count as collateral')];
    const amount = leastOf(position, { kind: 'supply', place }, goal, perUnit, null);
    if (typeof amount === 'bigint') return [remedy(held, place, amount, null)];
    return [none(held, place, amount ?? 'no amount of it is enough')];
  });

/** The amount, or why the contract refuses any; null where even the most that can be done is not enough. */
function leastOf(
  position: Position,
  action: Pick<Action, 'kind' | 'place'>,
  goal: Goal,
  perUnit: bigint,
  all: bigint | null,
): bigint | string | null {
  const rules = rulesOf(position);
  const refusal = rules.refusal(position, { ...action, amount: 1n });
  if (refusal !== null) return refusal;
  const missing = goal.spare < 0n ? -goal.spare : 0n; // nothing where only the contract's rounding is in the way
  const guess = missing / perUnit + 1n;
  const holding = (action.kind === 'repay' ? position.debt : position.collateral)[action.place];
  const unit = 10n ** BigInt(holding?.decimals ?? 0);
  const isEnough = (amount: bigint) => goal.isReachedBy(rules.after(position, { ...action, amount }));
  return leastWhere(isEnough, guess, all ?? (goal.needed / perUnit + unit) * ENOUGH);
}

const assetOf = ({ address, symbol, decimals }: Holding) => ({ address, symbol, decimals });

const remedy = (of: Holding, place: number, amount: bigint, all: bigint | null): Remedy => ({
  asset: assetOf(of),
  place,
  amount: `${amount}`,
  isWhole: amount === all,
  reason: null,
});

const none = (of: Holding, place: number, reason: string): Remedy => ({
  asset: assetOf(of),
  place,
  amount: null,
  isWhole: false,
  reason,
});
