import { t } from '../i18n/t';
import type { EndpointHealth } from '../model/endpoint';
import type { Block } from '../model/position';
import type { Call, Hex, Inquiry, Reading } from '../model/reader';
import { aggregateAt } from './aggregate';
import type { Chain } from './chains';
import { ChainUnreachable, Offline, RpcError } from './errors';
import { afterAnswer, afterFailure, type Health, hostOf, inOrder, leftAlone } from './health';
import { type Outcome, runInLockstep } from './lockstep';
import { packRound, type Round } from './multicall';
import { type Rpc, rpcAt } from './transport';

/** All RPCs of a chain together have this long to answer; each has an equal share of it. */
const DEADLINE_MS = 8_000;

/** How far a block may be ahead of this machine's clock, in seconds, before its RPC is not believed. */
const MAX_AHEAD_S = 300;

/** An hour, or the next start of the browser: what serves another chain was set up wrongly, and that takes time to mend. */
const QUARANTINE_MS = 3_600_000;

/** Where the health of a chain's RPCs is kept, so that it outlives the worker. */
export interface HealthBook {
  getValue(): Promise<readonly EndpointHealth[]>;
  setValue(health: EndpointHealth[]): Promise<void>;
}

export interface Asking {
  /** Without one every RPC is asked in the chain's own order. */
  readonly book?: HealthBook | undefined;
  /** Host of an RPC that is not to be asked: another one's word is wanted. */
  readonly except?: string | undefined;
  /** Hosts of RPCs that give no packed answers; those found out are added, and are worth keeping. */
  readonly plain?: Set<string> | undefined;
}

export interface ChainReading<T = Reading> {
  readonly outcomes: readonly Outcome<T>[];
  readonly block: Block;
  /** Host of the RPC that answered. */
  readonly rpc: string;
}

/**
 * Runs readers against the first RPC of the chain that gives usable answers. Every round goes to the same RPC.
 * @param makeReaders called anew for every attempt, because a generator runs only once
 * @throws ChainUnreachable where no RPC could be used; Offline
 */
export function readChain<T>(
  chain: Chain,
  makeReaders: () => Inquiry<T>[],
  asking: Asking = {},
): Promise<ChainReading<T>> {
  const read = async (rpc: Rpc, host: string) => {
    const aggregate = aggregateAt(rpc, host, asking.plain ?? new Set(), chain.multicall);
    const send = (calls: readonly Call[]) => sendRound(chain, aggregate, calls);
    const began = Date.now();
    const { outcomes, block } = await runInLockstep(makeReaders(), send);
    if (!block) throw new RpcError(t('rpc.endless'));
    const answer = { latency: Date.now() - began, timestamp: block.timestamp };
    await note(asking.book, (health) => afterAnswer(health, host, answer, Date.now()));
    return { outcomes, block, rpc: host };
  };
  return firstUsable(chain, read, asking);
}

/** The number of the newest block. @throws ChainUnreachable, Offline */
export function newestBlock(chain: Chain, asking: Asking = {}): Promise<bigint> {
  return firstUsable(chain, async (rpc) => BigInt(await rpc.request('eth_blockNumber')), asking);
}

/**
 * What a unit of gas costs, in the smallest unit of the chain's coin. Not block.basefee: in an eth_call, where nobody pays,
 * nodes let that be 0. @throws ChainUnreachable, Offline
 */
export function gasPrice(chain: Chain, asking: Asking = {}): Promise<bigint> {
  return firstUsable(chain, async (rpc) => BigInt(await rpc.request('eth_gasPrice')), asking);
}

async function sendRound(
  chain: Chain,
  aggregate: (data: Hex) => Promise<Hex>,
  calls: readonly Call[],
): Promise<Round> {
  const { data, unpack } = packRound(calls, chain.multicall);
  const round = unpack(await aggregate(data));
  if (round.chainId !== BigInt(chain.id)) throw wrongChain(round.chainId, chain);
  if (round.block.timestamp > Date.now() / 1000 + MAX_AHEAD_S) throw new RpcError(t('rpc.future'));
  return round;
}

export const wrongChain = (served: bigint, { name }: Chain): RpcError =>
  new RpcError(t('rpc.otherChain', { id: `${served}`, chain: name }), {
    penalty: { state: 'quarantined', forMs: QUARANTINE_MS },
  });

/** @throws ChainUnreachable where no RPC could be used; Offline */
export async function firstUsable<T>(
  chain: Chain,
  ask: (rpc: Rpc, host: string) => Promise<T>,
  { book, except }: Asking = {},
  deadlineMs = DEADLINE_MS,
): Promise<T> {
  if (isOffline()) throw new Offline();
  const health = await known(book);
  const attempts: { rpc: string; reason: string }[] = [];
  for (const url of inOrder(chain.rpcs, health, Date.now())) {
    const rpc = hostOf(url);
    if (rpc === except) continue;
    const rest = leftAlone(health, rpc, Date.now());
    if (rest !== null) {
      attempts.push({ rpc, reason: rest });
      continue;
    }
    const deadline = AbortSignal.timeout(deadlineMs / chain.rpcs.length);
    try {
      return await ask(rpcAt(url, deadline), rpc);
    } catch (error) {
      // Anything else is a fault of this program, and no other RPC would mend it.
      if (!(error instanceof RpcError)) throw error;
      if (isOffline()) throw new Offline();
      await note(book, (known) => afterFailure(known, rpc, error, Date.now()));
      attempts.push({ rpc, reason: error.message });
    }
  }
  throw new ChainUnreachable(chain.name, attempts);
}

/** A book that cannot be opened, or holds nonsense, says nothing of any RPC, and costs no reading. */
async function known(book: HealthBook | undefined): Promise<Health> {
  const health = await book?.getValue().catch(() => []);
  return Array.isArray(health) ? health : [];
}

async function note(book: HealthBook | undefined, next: (health: Health) => Health): Promise<void> {
  const health = await known(book);
  const after = next(health);
  if (after !== health) await book?.setValue([...after]).catch(() => undefined);
}

/** A machine that does not say counts as online. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;
