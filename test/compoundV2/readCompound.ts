import type { Address, StateOverride } from 'viem';
import { runInLockstep } from '../../src/chain/lockstep';
import type { Call, Memo } from '../../src/model/reader';
import { compoundV2 } from '../../src/protocols/compoundV2';
import type { CompoundV2Position } from '../../src/protocols/compoundV2/rules.position';
import type { LocalClient } from '../localnet/client';
import { askRound } from '../support/askRound';

interface ReadOptions {
  readonly memo?: Memo | null;
  readonly stateOverride?: StateOverride;
  /** Pending: as of the block that the next transaction will be in, with its interest. */
  readonly blockTag?: 'latest' | 'pending';
}

export interface ReadCompound {
  readonly position: CompoundV2Position | null;
  readonly memo: Memo;
  /** Of each eth_call: inner calls, without those that a round always has, and bytes of its data and of the answer's JSON. */
  readonly rounds: readonly { readonly calls: number; readonly sent: number; readonly received: number }[];
}

/** The production reader on the local chain, with other storage in place where it is given. */
export async function readCompound(
  client: LocalClient,
  owner: Address,
  { memo = null, stateOverride = [], blockTag = 'latest' }: ReadOptions = {},
): Promise<ReadCompound> {
  const rounds: ReadCompound['rounds'][number][] = [];
  const send = async (calls: readonly Call[]) => {
    const { round, ...bytes } = await askRound(client, calls, { stateOverride, blockTag });
    rounds.push({ calls: calls.length, ...bytes });
    return round;
  };
  const { outcomes } = await runInLockstep([compoundV2.read(compoundV2.markets[0]!, owner, memo)], send);
  const [outcome] = outcomes;
  if (!outcome || 'reason' in outcome) throw new Error(outcome?.reason ?? 'no outcome');
  const [position = null] = outcome.reading.positions;
  return { position: position as CompoundV2Position | null, memo: outcome.reading.memo, rounds };
}
