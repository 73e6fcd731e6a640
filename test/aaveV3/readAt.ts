import type { Address, StateOverride } from 'viem';
import { runInLockstep } from '../../src/chain/lockstep';
import { MULTICALL3, packRound } from '../../src/chain/multicall';
import type { AaveV3Position } from '../../src/model/position';
import type { Call, Memo } from '../../src/model/reader';
import { aaveV3 } from '../../src/protocols/aaveV3';
import type { LocalClient } from '../localnet/client';

const [core] = aaveV3.markets;

export interface ReadAt {
  readonly position: AaveV3Position | null;
  readonly memo: Memo;
  /** How many eth_calls it took. */
  readonly rounds: number;
}

/** The production reader on the local chain's Core market, with other prices in place where they are given. */
export async function readAt(
  client: LocalClient,
  owner: Address,
  { memo = null, stateOverride = [] }: { memo?: Memo | null; stateOverride?: StateOverride } = {},
): Promise<ReadAt> {
  let rounds = 0;
  const send = async (calls: readonly Call[]) => {
    rounds++;
    const { data, unpack } = packRound(calls);
    const { data: reply } = await client.call({ to: MULTICALL3, data, stateOverride });
    return unpack(reply ?? '0x');
  };
  const { outcomes } = await runInLockstep([aaveV3.read(core!, owner, memo)], send);
  const [outcome] = outcomes;
  if (!outcome || 'reason' in outcome) throw new Error(outcome?.reason ?? 'no outcome');
  return {
    position: (outcome.reading.positions[0] as AaveV3Position | undefined) ?? null,
    memo: outcome.reading.memo,
    rounds,
  };
}
