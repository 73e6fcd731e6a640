import type { Block } from '../model/position';
import type { Call, Inquiry, Reading } from '../model/reader';
import type { Chain } from './chains';
import { ChainUnreachable, RpcError } from './errors';
import { type Outcome, runInLockstep } from './lockstep';
import { MULTICALL3, packRound, type Round } from './multicall';
import { type Rpc, rpcAt } from './transport';

/** All RPCs of a chain together have this long to answer; each has an equal share of it. */
const DEADLINE_MS = 8_000;

/** How far a block may be ahead of this machine's clock, in seconds, before its RPC is not believed. */
const MAX_AHEAD_S = 300;

export interface ChainReading<T = Reading> {
  readonly outcomes: readonly Outcome<T>[];
  readonly block: Block;
  /** Host of the RPC that answered. */
  readonly rpc: string;
}

/**
 * Runs readers against the first RPC of the chain that gives usable answers. Every round goes to the same RPC.
 * @param makeReaders called anew for every attempt, because a generator runs only once
 * @throws ChainUnreachable where no RPC could be used
 */
export function readChain<T>(chain: Chain, makeReaders: () => Inquiry<T>[]): Promise<ChainReading<T>> {
  return firstUsable(chain, async (rpc, host) => {
    const send = (calls: readonly Call[]) => sendRound(chain, rpc, calls);
    const { outcomes, block } = await runInLockstep(makeReaders(), send);
    if (!block) throw new RpcError('the answers never came to an end');
    return { outcomes, block, rpc: host };
  });
}

/** The number of the newest block. @throws ChainUnreachable */
export function newestBlock(chain: Chain): Promise<bigint> {
  return firstUsable(chain, async (rpc) => BigInt(await rpc.request('eth_blockNumber')));
}

/**
 * What a unit of gas costs, in the smallest unit of the chain's coin. Not block.basefee: in an eth_call, where nobody pays,
 * nodes let that be 0. @throws ChainUnreachable
 */
export function gasPrice(chain: Chain): Promise<bigint> {
  return firstUsable(chain, async (rpc) => BigInt(await rpc.request('eth_gasPrice')));
}

async function sendRound(chain: Chain, rpc: Rpc, calls: readonly Call[]): Promise<Round> {
  const { data, unpack } = packRound(calls);
  const round = unpack(await rpc.request('eth_call', [{ to: MULTICALL3, data }, 'latest']));
  if (round.chainId !== BigInt(chain.id))
    throw new RpcError(`it serves chain ${round.chainId}, not ${chain.name}`);
  if (round.block.timestamp > Date.now() / 1000 + MAX_AHEAD_S)
    throw new RpcError('its newest block is from the future');
  return round;
}

/** @throws ChainUnreachable where no RPC could be used */
export async function firstUsable<T>(
  chain: Chain,
  ask: (rpc: Rpc, host: string) => Promise<T>,
  deadlineMs = DEADLINE_MS,
): Promise<T> {
  const attempts: { rpc: string; reason: string }[] = [];
  for (const url of chain.rpcs) {
    const rpc = new URL(url).host;
    const deadline = AbortSignal.timeout(deadlineMs / chain.rpcs.length);
    try {
      return await ask(rpcAt(url, deadline), rpc);
    } catch (error) {
      // Anything else is a fault of this program, and no other RPC would mend it.
      if (!(error instanceof RpcError)) throw error;
      attempts.push({ rpc, reason: error.message });
    }
  }
  throw new ChainUnreachable(chain.name, attempts);
}
