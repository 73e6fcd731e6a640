import { runInLockstep } from '../../src/chain/lockstep';
import { MULTICALL3, packRound } from '../../src/chain/multicall';
import type { Address } from '../../src/model/asset';
import type { Market, Position } from '../../src/model/position';
import type { Call, Memo, Protocol } from '../../src/model/reader';
import { replyBytes } from '../support/askRound';
import { pack } from '../support/pack';
import { answerCall, type Recording } from './recording';

export interface ReadAt {
  readonly positions: readonly Position[];
  readonly memo: Memo;
  /** Of each eth_call: how many calls it carried, the bytes of its data and of its reply's JSON. */
  readonly rounds: readonly { readonly calls: number; readonly asked: number; readonly answered: number }[];
}

/** The production reader on a recording, packed and unpacked as for a chain. @throws what the reader says is wrong */
export async function readAt(
  recording: Recording,
  protocol: Protocol,
  market: Market,
  owner: Address,
  memo: Memo | null = null,
): Promise<ReadAt> {
  const rounds: ReadAt['rounds'][number][] = [];
  const send = async (calls: readonly Call[]) => {
    const { data, unpack } = packRound(calls);
    const reply = answerCall(recording, { to: MULTICALL3, data }, pack);
    rounds.push({ calls: calls.length, asked: data.length / 2 - 1, answered: replyBytes(reply.data) });
    return unpack(reply.data);
  };
  const { outcomes } = await runInLockstep([protocol.read(market, owner, memo)], send);
  const [outcome] = outcomes;
  if (!outcome || 'reason' in outcome) throw new Error(outcome?.reason ?? 'no outcome');
  return { ...outcome.reading, rounds };
}
