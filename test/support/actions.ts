import { expect } from 'vitest';
import type { Action } from '../../src/model/action';
import type { Holding, Position } from '../../src/model/position';
import { assess } from '../../src/risk/assess';
import { rescue } from '../../src/risk/rescue';
import { rulesOf } from '../../src/risk/rules';
import { safeAmounts } from '../../src/risk/safeAmounts';
import { Exact } from '../../src/risk/value';
import { ContractRevert } from '../localnet/revert';
import type { Localnet } from '../localnet/start';

const WAD = 10n ** 18n;

/** One position on the real contracts, with no interest between what is read and what is done. */
export interface Stage<P extends Position> {
  /** As the contract finds it before an action, and after one. */
  read(when: 'before' | 'after'): Promise<P | null>;
  /** The owner's real transaction for exactly that; throws ContractRevert where the contract refuses. */
  act(action: Action, position: P): Promise<void>;
}

export type Tally = Record<Action['kind'] | 'whole' | 'short' | 'exact', number>;
export const newTally = (): Tally => ({
  supply: 0,
  withdraw: 0,
  borrow: 0,
  repay: 0,
  whole: 0,
  short: 0,
  exact: 0,
});

/** Refusals for want of tokens in the pool, of which a position knows nothing. */
export type IsShort = (reason: string) => boolean;

/**
 * Does every rescue and every safe amount of a position on the contract, each in a copy of the state, and reads the
 * position again: it has the buffer and the health factor that were wanted, and is never worse than our rules said, by
 * at most `units` of the asset that moved.
 */
export async function proveActions<P extends Position>(
  net: Pick<Localnet, 'snapshot' | 'revert'>,
  stage: Stage<P>,
  buffers: { readonly rescue: readonly number[]; readonly safe: readonly number[] },
  units: (moved: Holding) => bigint,
  isShort: IsShort,
  tally: Tally,
): Promise<void> {
  const position = await stage.read('before');
  if (!position) return;
  expect(position.agrees).toBe(true);
  const todo: { readonly action: Action; readonly percent: number }[] = [];
  for (const percent of buffers.rescue) {
    const { repay, add } = rescue(position, `${percent / 100}`);
    for (const [kind, remedies] of [['repay', repay] as const, ['supply', add] as const]) {
      for (const { place, amount } of remedies) {
        if (amount !== null) todo.push({ percent, action: { kind, place, amount: BigInt(amount) } });
      }
    }
  }
  for (const percent of buffers.safe) {
    const { borrow, withdraw } = safeAmounts(position, `${percent / 100}`);
    for (const [kind, amounts] of [['borrow', borrow] as const, ['withdraw', withdraw] as const]) {
      for (const { place, amount } of amounts) {
        if (amount !== '0') todo.push({ percent, action: { kind, place, amount: BigInt(amount) } });
      }
    }
  }
  for (const { action, percent } of todo) {
    const before = await net.snapshot();
    if (await isDone(stage, action, position, isShort)) {
      expectAsSaid(position, action, await stage.read('after'), percent, units, tally);
    } else tally.short++;
    await net.revert(before);
  }
}

async function isDone<P extends Position>(
  { act }: Stage<P>,
  action: Action,
  position: P,
  isShort: IsShort,
): Promise<boolean> {
  try {
    await act(action, position);
    return true;
  } catch (error) {
    if (error instanceof ContractRevert && isShort(error.reason)) return false;
    throw error;
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
