import { t } from '../i18n/t';
import type { RpcAnswer } from '../model/settings';
import { chainById } from './chains';
import { RpcError } from './errors';
import { MULTICALL3, packRound } from './multicall';
import { socketAt } from './socket';
import { rpcAt } from './transport';

const PATIENCE_MS = 8_000;

/** Asks one endpoint what every reading asks of it. Never throws for what the endpoint does. */
export async function probe(url: string, isSocket: boolean): Promise<RpcAnswer> {
  try {
    return await (isSocket ? askSocket(url) : ask(url));
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return { reason: error.message };
  }
}

const since = (begun: number): number => Math.round(performance.now() - begun);

/** The chain that it says it serves says where its Multicall3 is. What is timed is one round. */
async function ask(url: string): Promise<RpcAnswer> {
  const rpc = rpcAt(url, AbortSignal.timeout(PATIENCE_MS));
  const to = chainById(Number(await rpc.request('eth_chainId')))?.multicall ?? MULTICALL3;
  const { data, unpack } = packRound([], to);
  const begun = performance.now();
  const { chainId, block } = unpack(await rpc.request('eth_call', [{ to, data }, 'latest']));
  return { ms: since(begun), chainId: Number(chainId), timestamp: block.timestamp };
}

/** A socket is only asked for blocks. What is timed is one answer, without the opening. */
async function askSocket(url: string): Promise<RpcAnswer> {
  const rpc = socketAt(url);
  setTimeout(() => rpc.close(t('rpc.late')), PATIENCE_MS);
  try {
    const chainId = Number(await rpc.request('eth_chainId'));
    await rpc.request('eth_subscribe', ['newHeads']);
    const begun = performance.now();
    const block = `${BigInt(await rpc.request('eth_blockNumber'))}`;
    return { ms: since(begun), chainId, block };
  } finally {
    rpc.close();
  }
}
