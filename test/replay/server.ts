import { toHex } from 'viem';
import { MULTICALL3 } from '../../src/chain/multicall';
import type { Call } from '../../src/model/reader';
import { pack } from '../support/pack';
import { type RpcRequest, type RpcServer, startRpcServer } from '../support/rpcServer';
import { answerCall, type Recording } from './recording';

export interface ReplayServer extends RpcServer {
  /** From now on the server answers from this recording. */
  play(recording: Recording): void;
}

/**
 * A node that knows one block and what was recorded at it: eth_call, eth_chainId, eth_blockNumber, eth_getBlockByNumber.
 * Of overrides it knows the one that asks for packed answers.
 */
export async function startReplay(first: Recording): Promise<ReplayServer> {
  let recording = first;
  const server = await startRpcServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.setHeader('access-control-allow-origin', '*');
    response.end(JSON.stringify({ jsonrpc: '2.0', id: request.id, ...reply(recording, request) }));
  });
  return {
    ...server,
    play(next) {
      recording = next;
    },
  };
}

type Reply =
  | { readonly result: unknown }
  | { readonly error: { readonly code: number; readonly message: string; readonly data?: string } };

function reply(recording: Recording, { method, params }: RpcRequest): Reply {
  const { number } = recording.block;
  if (method === 'eth_chainId') return { result: toHex(recording.chainId) };
  if (method === 'eth_blockNumber') return { result: toHex(number) };
  if (method === 'eth_getBlockByNumber')
    return { result: isKnown(params[0], number) ? blockOf(recording) : null };
  if (method === 'eth_call') return replyToCall(recording, params);
  return { error: { code: -32601, message: `the method ${method} does not exist` } };
}

function replyToCall(recording: Recording, [call, block, overrides]: readonly unknown[]): Reply {
  if (!isKnown(block ?? 'latest', recording.block.number))
    return { error: { code: -32000, message: 'that block was not recorded' } };
  const isPacked = Object.keys(overrides ?? {}).join() === MULTICALL3;
  if (overrides !== undefined && !isPacked)
    return { error: { code: -32602, message: 'a recording cannot be overridden' } };
  const { ok, data } = answerCall(recording, call as Call, isPacked ? pack : undefined);
  return ok ? { result: data } : { error: { code: 3, message: 'execution reverted', data } };
}

const isKnown = (block: unknown, number: number): boolean => block === 'latest' || block === toHex(number);

/** What a node says of a block, as far as it was recorded. */
function blockOf({ block }: Recording) {
  const empty = toHex(0, { size: 32 });
  return {
    number: toHex(block.number),
    timestamp: toHex(block.timestamp),
    hash: block.hash,
    parentHash: empty,
    baseFeePerGas: '0x0',
    gasLimit: '0x1c9c380',
    gasUsed: '0x0',
    transactions: [],
  };
}
