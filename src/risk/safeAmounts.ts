import type { Action } from '../model/action';
import type { Holding, Position } from '../model/position';
import type { SafeAmount, SafeAmounts } from '../model/rescue';
import { type Goal, goalOf, usualBuffer } from './goal';
import { rulesOf } from './rules';
import { leastWhere } from './search';

/**
 * How much more can be borrowed of each debt, or withdrawn of each collateral, while the buffer stays and the contract
 * accepts it by its own limits (its loan-to-value where it lends by that). By our rules one unit more breaks either. Caps
 * and the liquidity of a pool are not known here.
 * @param buffer a share, "0.2"; by default the one below which a position is Low
 */
export function safeAmounts(position: Position, buffer: string = usualBuffer(position)): SafeAmounts {
  const goal = goalOf(position, buffer);
  const { weights, spare } = goal;
  const lendable =
    total(position.collateral.map((held) => BigInt(held.amount) * weights.collateral(held, 'loanToValue'))) -
    total(position.debt.map((owed) => BigInt(owed.amount) * weights.debt(owed)));
  const borrow = position.debt.map((owed, place) => {
    const perUnit = weights.debt(owed);
    const guess = perUnit === 0n ? 0n : least(spare / (perUnit * goal.whole), lendable / perUnit);
    return mostOf(position, { kind: 'borrow', place }, owed, goal, guess);
  });
  const withdraw = position.collateral.map((held, place) => {
    const perUnit = weights.collateral(held) * goal.debt;
    const guess = perUnit === 0n ? BigInt(held.amount) : spare / perUnit;
    return mostOf(position, { kind: 'withdraw', place }, held, goal, guess);
  });
  return { buffer, borrow, withdraw };
}

const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** No contract can be asked for more. */
const MAX_UINT256 = 2n ** 256n - 1n;

function mostOf(
  position: Position,
  action: Pick<Action, 'kind' | 'place'>,
  { address, symbol, decimals, amount }: Holding,
  goal: Goal,
  guess: bigint,
): SafeAmount {
  const rules = rulesOf(position);
  const there = action.kind === 'withdraw' ? BigInt(amount) : MAX_UINT256;
  const isTooMuch = (sum: bigint): boolean => {
    const tried = { ...action, amount: sum };
    return !goal.isReachedBy(rules.after(position, tried)) || rules.refusal(position, tried) !== null;
  };
  const tooMuch = isTooMuch(1n) ? 1n : leastWhere(isTooMuch, guess + 1n, there);
  const most = (tooMuch ?? there + 1n) - 1n;
  const isWhole = most === there;
  return {
    asset: { address, symbol, decimals },
    place: action.place,
    amount: `${most}`,
    isWhole,
    reason: isWhole ? null : rules.refusal(position, { ...action, amount: most + 1n }),
  };
}
