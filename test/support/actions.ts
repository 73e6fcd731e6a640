import { expect } from 'vitest';
import type { Action } from '../../src/model/action';
import type { Holding, Position } from '../../src/model/position';
import { assess } from '../../src/risk/assess';
import { rescue } from '../../src/risk/rescue';
import { rulesOf } from '../../src/risk/rules';
import { safeAmounts } from '../../src/risk/safeAmounts';
import { Exact } from '../../src/risk/value';

const WAD = 10n ** 18n;

/** One position on the real contracts, with no interest between what is read and what is done. */
export interface Stage<P extends Position> {
  /** As the contract finds it before an action, and after one. */
  read(when: 'before' | 'after'): Promise<P | null>;
  /** The owner's real transaction for exactly that; throws ContractRevert where the contract refuses. */
  act(action: Action, position: P): Promise<void>;
}

export type Tally = Record<Action['kind'] | 'whole' | 'exact', number>;
export const newTally = (): Tally => ({
  supply: 0,
  withdraw: 0,
  borrow: 0,
  repay: 0,
  whole: 0,
  exact: 0,
});

/** To a buffer in percent and back down to another, by every kind of action. */
const STEPS: readonly (readonly [Action['kind'], number])[] = [
  ['repay', 45],
  ['borrow', 3],
  ['supply', 20],
  ['withdraw', 3],
  ['repay', 20],
  ['borrow', 20],
  ['supply', 45],
  ['withdraw', 20],
];

/** Every amount that we name for this kind of action. */
function namedBy(position: Position, kind: Action['kind'], percent: number): Action[] {
  const buffer = `${percent / 100}`;
  const lists = { ...rescue(position, buffer), ...safeAmounts(position, buffer) };
  return lists[kind === 'supply' ? 'add' : kind].flatMap(({ place, amount }) =>
    amount === null || amount === '0' ? [] : [{ kind, place, amount: BigInt(amount) }],
  );
}

/**
 * Does on the contract what we name, one action after the other, and reads the position again after each: it has the
 * buffer and the health factor that were wanted, and is never worse than our rules said, by at most so many `units` of
 * the asset that moved. Nothing is taken back in between: anvil's evm_revert does not always restore a busy chain.
 */
export async function proveActions<P extends Position>(
  stage: Stage<P>,
  units: (moved: Holding) => bigint,
  tally: Tally,
): Promise<void> {
  for (const [step, [kind, percent]] of STEPS.entries()) {
    const position = await stage.read('before');
    if (!position) return;
    expect(position.agrees).toBe(true);
    const named = namedBy(position, kind, percent);
    const action = named[step % named.length];
    if (!action) continue;
    await stage.act(action, position);
    expectAsSaid(position, action, await stage.read('after'), percent, units, tally);
  }
}

const listOf = (position: Position | null, { kind }: Action): readonly Holding[] =>
  (kind === 'supply' || kind === 'withdraw' ? position?.collateral : position?.debt) ?? [];

function expectAsSaid(
  position: Position,
  action: Action,
  real: Position | null,
  percent: number,
  units: (moved: Holding) => bigint,
  tally: Tally,
): void {
  const rules = rulesOf(position);
  const said = rules.after(position, action);
  const moved = listOf(position, action)[action.place]!;
  const amountIn = (of: Position | null): bigint =>
    BigInt(listOf(of, action).find(({ address }) => address === moved.address)?.amount ?? 0);
  const isHeld = action.kind === 'supply' || action.kind === 'withdraw';
  const better = (amountIn(real) - amountIn(said)) * (isHeld ? 1n : -1n);
  expect(better).toBeGreaterThanOrEqual(0n);
  expect(better).toBeLessThanOrEqual(units(moved));
  tally[action.kind]++;
  if (better === 0n) tally.exact++;
  if (action.amount >= BigInt(moved.amount) && action.kind !== 'supply') tally.whole++;
  if (!real) return;

  expect(real.agrees).toBe(true);
  const [ours, theirs] = [rules.healthFactor(said), rules.healthFactor(real)];
  if (real.contract.healthFactor !== null) expect(`${theirs}`).toBe(real.contract.healthFactor);
  if (theirs === null) return;
  // The pair's level is by the buffer, so that is asked for too; both are by what the contract says afterwards.
  expect(theirs).toBeGreaterThanOrEqual((100n * WAD) / (100n - BigInt(percent)));
  expect(ours === null || theirs < ours ? [ours, 'better than the contract'] : null).toBeNull();
  const risk = assess(real);
  expect(risk.kind === 'borrowing' && new Exact(risk.buffer.share).mul(100).gte(percent)).toBe(true);
}
