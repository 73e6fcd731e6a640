import { numberToHex } from 'viem';
import { t } from '../i18n/t';
import type { Discovery, Log, LogFilter, Searched } from '../model/logs';
import type { Chain } from './chains';
import { type Asking, firstUsable, wrongChain } from './client';
import { RpcError, TooMuch } from './errors';
import { decodeLogs } from './logs';
import type { Rpc } from './transport';

/** All RPCs of a chain together have this long for a search, which goes on another time from where it came to. */
const DEADLINE_MS = 20_000;

/**
 * Runs a discovery against the first RPC of the chain that answers any of its filters. What was searched before an RPC
 * failed, or its time was over, stands.
 * @param begin makes the discovery for the newest block; called anew for every attempt
 * @throws ChainUnreachable where no RPC answered a filter; Offline
 */
export function searchLogs(
  chain: Chain,
  begin: (head: bigint) => Discovery,
  asking: Asking = {},
): Promise<Searched> {
  return firstUsable(chain, (rpc) => searchWith(rpc, chain, begin), asking, DEADLINE_MS);
}

async function searchWith(rpc: Rpc, chain: Chain, begin: (head: bigint) => Discovery): Promise<Searched> {
  // Logs do not say which chain they are of.
  const served = BigInt(await rpc.request('eth_chainId'));
  if (served !== BigInt(chain.id)) throw wrongChain(served, chain);
  const discovery = begin(BigInt(await rpc.request('eth_blockNumber')));
  let step = discovery.next();
  if (step.done) return step.value;
  let reached: Searched | null = null;
  try {
    while (!step.done) {
      const logs = await logsOf(rpc, step.value.filter);
      step = discovery.next(logs);
      if (logs) reached = step.done ? step.value : step.value.searched;
    }
  } catch (error) {
    if (!reached || !(error instanceof RpcError)) throw error;
  }
  // Many do, and answer well otherwise.
  if (!reached) throw new RpcError(t('rpc.noSearch'), { penalty: 'none' });
  return reached;
}

/**
 * Null where the node refused. Nodes say so in many ways and with every code (-32000, -32005, -32600, -32602, -32614),
 * so any error of the node's own counts; a smaller range may then be taken.
 */
async function logsOf(rpc: Rpc, filter: LogFilter): Promise<Log[] | null> {
  const { address, topics } = filter;
  const range = { fromBlock: numberToHex(filter.fromBlock), toBlock: numberToHex(filter.toBlock) };
  try {
    return decodeLogs(await rpc.request('eth_getLogs', [{ address, topics, ...range }]), filter);
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}
