import type { Address, Hex, StateOverride } from 'viem';
import { MULTICALL3, packRound, type Round } from '../../src/chain/multicall';
import { PACKER } from '../../src/chain/packer';
import type { Call } from '../../src/model/reader';
import type { LocalClient } from '../localnet/client';

interface At {
  /** Other state in place where it is given. */
  readonly stateOverride?: StateOverride;
  readonly blockTag?: 'latest' | 'pending';
}

export interface AskedRound {
  readonly round: Round;
  /** Bytes of the call's data, and of its answer as it comes over the wire. */
  readonly sent: number;
  readonly received: number;
}

/** What the reply for one wallet may have in each protocol: bytes of its JSON. */
export const REPLY_LIMIT = 2_000;

/** Bytes of the JSON that a node answers with. */
export const replyBytes = (result: Hex): number => JSON.stringify({ jsonrpc: '2.0', id: 1, result }).length;

/** One round on the local chain as production asks it, for a packed answer. */
export async function askRound(
  client: LocalClient,
  calls: readonly Call[],
  { stateOverride = [], blockTag = 'latest' }: At = {},
): Promise<AskedRound> {
  const { data, unpack } = packRound(calls);
  const packer = { address: MULTICALL3 as Address, code: PACKER };
  const { data: reply = '0x' } = await client.call({
    to: MULTICALL3,
    data,
    stateOverride: [...stateOverride, packer],
    blockTag,
  });
  return { round: unpack(reply), sent: data.length / 2 - 1, received: replyBytes(reply) };
}
