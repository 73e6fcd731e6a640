import type { Address, Hex, StateOverride } from 'viem';
import { runInLockstep } from '../../src/chain/lockstep';
import type { Call, Memo, Reading } from '../../src/model/reader';
import { morphoBlue } from '../../src/protocols/morphoBlue';
import { learn } from '../../src/protocols/morphoBlue/beliefs';
import type { MorphoBluePosition } from '../../src/protocols/morphoBlue/rules.position';
import type { LocalClient } from '../localnet/client';
import { askRound } from '../support/askRound';

export interface ReadMorpho {
  readonly positions: readonly MorphoBluePosition[];
  readonly errors: NonNullable<Reading['errors']>;
  readonly memo: Memo;
  /** Of each eth_call: inner calls, without those that a round always has, and bytes of its data and of the answer's JSON. */
  readonly rounds: readonly { readonly calls: number; readonly sent: number; readonly received: number }[];
}

/** A memo that was told of markets, and of contracts that the owner allowed. */
export const told = (ids: readonly Hex[], authorized: readonly Address[] = []): Memo =>
  learn(null, { ids, authorized });

/** The production reader on the local chain, with other storage in place where it is given. */
export async function readMorpho(
  client: LocalClient,
  owner: Address,
  { memo = null, stateOverride = [] }: { memo?: Memo | null; stateOverride?: StateOverride } = {},
): Promise<ReadMorpho> {
  const rounds: ReadMorpho['rounds'][number][] = [];
  const send = async (calls: readonly Call[]) => {
    const { round, ...bytes } = await askRound(client, calls, { stateOverride });
    rounds.push({ calls: calls.length, ...bytes });
    return round;
  };
  const { outcomes } = await runInLockstep([morphoBlue.read(morphoBlue.markets[0]!, owner, memo)], send);
  const [outcome] = outcomes;
  if (!outcome || 'reason' in outcome) throw new Error(outcome?.reason ?? 'no outcome');
  const { reading } = outcome;
  return {
    positions: reading.positions as readonly MorphoBluePosition[],
    errors: reading.errors ?? [],
    memo: reading.memo,
    rounds,
  };
}
