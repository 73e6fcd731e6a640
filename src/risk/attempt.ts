import type { Action } from '../model/action';
import type { Position } from '../model/position';
import { rulesOf } from './rules';

export interface Attempt {
  /** Without what the contract would refuse. */
  readonly after: Position;
  /** Why the contract would refuse each action, in words and in their order; null where it would not. */
  readonly refusals: readonly (string | null)[];
  /** Where each collateral and each debt that is left stood before. */
  readonly places: { readonly collateral: readonly number[]; readonly debt: readonly number[] };
}

/** What helps goes first, and a loan last, because then the contract asks for the most. */
const ORDER: readonly Action['kind'][] = ['supply', 'repay', 'withdraw', 'borrow'];

const sideOf = (kind: Action['kind']) => (kind === 'supply' || kind === 'withdraw' ? 'collateral' : 'debt');

/** Several actions one after the other, each at its place in the position as it stands before all of them. */
export function attempt(position: Position, actions: readonly Action[]): Attempt {
  const rules = rulesOf(position);
  const places = { collateral: [...position.collateral.keys()], debt: [...position.debt.keys()] };
  const refusals: (string | null)[] = actions.map(() => null);
  const sorted = [...actions.entries()].sort(([, a], [, b]) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  let after = position;
  for (const [index, action] of sorted) {
    const side = sideOf(action.kind);
    const here = { ...action, place: places[side].indexOf(action.place) };
    const refusal = rules.refusal(after, here);
    refusals[index] = refusal;
    if (refusal !== null) continue;
    const there = after[side].length;
    after = rules.after(after, here);
    if (after[side].length < there) places[side].splice(here.place, 1); // brought to nothing
  }
  return { after, refusals, places };
}
