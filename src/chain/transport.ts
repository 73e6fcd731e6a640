import { custom } from 'viem';
import { readBody } from './body';
import { RpcError } from './errors';
import { parseReply } from './reply';

/** The methods that reading needs; anything else is a mistake of ours. */
type Method = 'eth_call' | 'eth_blockNumber' | 'eth_chainId' | 'eth_getLogs';

let lastId = 0;

/**
 * A viem transport over one RPC that gives a whole, checked answer before the deadline or throws an RpcError: one
 * request per reply, no batches, no redirects, no cookies, no retries (the caller asks the next RPC instead).
 */
export function strictTransport(url: string, deadline: AbortSignal) {
  return custom(
    {
      async request({ method, params }: { method: Method; params?: unknown }) {
        const id = ++lastId;
        try {
          const response = await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ jsonrpc: '2.0', id, method, params: params ?? [] }),
            signal: deadline,
            redirect: 'error',
            credentials: 'omit',
            referrerPolicy: 'no-referrer',
            cache: 'no-store',
          });
          return parseReply(await accepted(response), id, method);
        } catch (error) {
          throw asRpcError(error, deadline);
        }
      },
    },
    { retryCount: 0 },
  );
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
