import type { RpcAnswer } from '../model/settings';
import { RpcError } from './errors';
import { MULTICALL3, packRound } from './multicall';
import { rpcAt } from './transport';

const PATIENCE_MS = 8_000;

/** Asks one endpoint what every reading asks of it. Never throws for what the endpoint does. */
export async function probe(url: string): Promise<RpcAnswer> {
  const begun = performance.now();
  const { data, unpack } = packRound([]);
  try {
    const rpc = rpcAt(url, AbortSignal.timeout(PATIENCE_MS));
    const { chainId, block } = unpack(await rpc.request('eth_call', [{ to: MULTICALL3, data }, 'latest']));
    return {
      ms: Math.round(performance.now() - begun),
      chainId: Number(chainId),
      timestamp: block.timestamp,
    };
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return { reason: error.message };
  }
}
