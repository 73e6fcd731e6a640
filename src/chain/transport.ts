import type { Hex } from '../model/reader';
import { readBody } from './body';
import { RpcError } from './errors';
import { parseReply } from './reply';

/** The methods that reading needs; anything else is a mistake of ours. */
type HexMethod = 'eth_call' | 'eth_blockNumber' | 'eth_chainId' | 'eth_gasPrice';

/** One RPC until its deadline. @throws RpcError where no whole, checked answer came */
export interface Rpc {
  request(method: HexMethod, params?: readonly unknown[]): Promise<Hex>;
  request(method: 'eth_getLogs', params: readonly unknown[]): Promise<unknown>;
}

let lastId = 0;

/**
 * One request per reply, no batches, no redirects, no cookies, no retries: the caller asks the next RPC instead. viem's
 * own client would retry, batch and wrap what goes wrong, and weighs a twentieth of the worker.
 */
export function rpcAt(url: string, deadline: AbortSignal): Rpc {
  async function request(method: HexMethod | 'eth_getLogs', params: readonly unknown[] = []): Promise<never> {
    const id = ++lastId;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
        signal: deadline,
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
      return parseReply(await accepted(response), id, method) as never;
    } catch (error) {
      throw asRpcError(error, deadline);
    }
  }
  return { request };
}

/** Nodes report a reverted call with an error status too, so a body that parses is looked at whatever the status. */
async function accepted(response: Response): Promise<string> {
  if (response.status === 429) throw new RpcError('it has had too many requests from here');
  if (response.status === 401 || response.status === 403) throw new RpcError('it does not let us in');
  if (response.status >= 500) throw new RpcError(`it is in trouble (${response.status})`);
  return readBody(response);
}

function asRpcError(error: unknown, deadline: AbortSignal): RpcError {
  if (error instanceof RpcError) return error;
  if (deadline.aborted) return new RpcError('no answer in time', { cause: error });
  return new RpcError('it cannot be reached', { cause: error });
}
