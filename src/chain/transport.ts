import { t } from '../i18n/t';
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

/** How long an RPC is left alone that does not say for how long, and the longest that it may ask for. */
const LIMITED_MS = 30_000;
const LONGEST_MS = 300_000;

/** A key or an address that is not let in will not be in a minute. */
const BARRED_MS = 600_000;

/** Between these two a gateway in trouble is asked once more: many browsers do not come back at the same moment. */
const RETRY_MS = [100, 500] as const;

let lastId = 0;

/**
 * One request per reply, no batches, no redirects, no cookies, and no retry but one after a server's own trouble: the caller
 * asks the next RPC instead. viem's own client would retry, batch and wrap what goes wrong, and weighs a twentieth of the
 * worker.
 */
export function rpcAt(url: string, deadline: AbortSignal): Rpc {
  async function request(method: HexMethod | 'eth_getLogs', params: readonly unknown[] = []): Promise<never> {
    const id = ++lastId;
    const post = () =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
        signal: deadline,
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
    try {
      let response = await post();
      if (response.status >= 500) {
        await response.body?.cancel();
        await aMoment();
        response = await post();
      }
      return parseReply(await accepted(response), id, method) as never;
    } catch (error) {
      throw asRpcError(error, deadline);
    }
  }
  return { request };
}

function aMoment(): Promise<void> {
  const [least, most] = RETRY_MS;
  return new Promise((done) => setTimeout(done, least + Math.random() * (most - least)));
}

/** Nodes report a reverted call with an error status too, so a body that parses is looked at whatever the status. */
async function accepted(response: Response): Promise<string> {
  const { status, headers } = response;
  if (status === 429) {
    const penalty = { state: 'limited', forMs: restOf(headers.get('retry-after')) } as const;
    throw new RpcError(t('rpc.tooMany'), { penalty });
  }
  if (status === 401 || status === 403)
    throw new RpcError(t('rpc.notIn'), { penalty: { state: 'barred', forMs: BARRED_MS } });
  if (status >= 500) throw new RpcError(t('rpc.trouble', { status }));
  return readBody(response);
}

/** Milliseconds to wait by a Retry-After, which is a number of seconds or a date (RFC 9110, 10.2.3). */
function restOf(header: string | null): number {
  if (header === null) return LIMITED_MS;
  const wanted = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(wanted) ? LIMITED_MS : Math.min(Math.max(wanted, 0), LONGEST_MS);
}

function asRpcError(error: unknown, deadline: AbortSignal): RpcError {
  if (error instanceof RpcError) return error;
  if (deadline.aborted) return new RpcError(t('rpc.late'), { cause: error });
  return new RpcError(t('rpc.unreachable'), { cause: error });
}
