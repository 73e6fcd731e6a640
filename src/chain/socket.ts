import { t } from '../i18n/t';
import type { Hex } from '../model/reader';
import { MAX_BODY_BYTES } from './body';
import { RpcError } from './errors';
import { parseReply } from './reply';

/** An RPC over a socket: one request at a time, and what it tells of itself once it is subscribed to. */
export interface SocketRpc {
  readonly url: string;
  /** @throws RpcError where the answer is of no use, or the socket ends before it comes */
  request(method: 'eth_chainId' | 'eth_blockNumber'): Promise<Hex>;
  request(method: 'eth_subscribe', params: readonly unknown[]): Promise<unknown>;
  /** Never resolves. @throws RpcError when the socket ends */
  readonly ended: Promise<never>;
  /** @param why what those who still wait are told */
  close(why?: string): void;
}

/** What a notification carries, as far as anybody looks at it, if it is one. */
export interface News {
  readonly subscription: unknown;
  readonly result: { readonly number: unknown; readonly timestamp: unknown };
}

/**
 * Nothing that comes over it throws: what is too long or not text ends the socket, an answer is looked at by whom it is for,
 * and whatever nobody waits for is left lying. By the standard (websockets.spec.whatwg.org, 2.2) the browser sends no
 * referrer and follows no redirect.
 * @param told is handed what every notification carries, unchecked; what it throws is swallowed
 */
export function socketAt(url: string, told?: (news: News) => void): SocketRpc {
  const socket = new WebSocket(url);
  let id = 0;
  let hear: ((text: string) => void) | undefined;
  let fail: ((why: RpcError) => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    fail = reject;
  });
  ended.catch(() => undefined); // it may end while nobody waits
  const next = () =>
    Promise.race([
      ended,
      new Promise<string>((done) => {
        hear = done;
      }),
    ]);
  const opened = next();
  socket.onopen = () => hear?.('');
  function close(why = t('rpc.unreachable')): void {
    fail?.(new RpcError(why));
    socket.close();
  }
  socket.onclose = () => close();
  socket.onmessage = ({ data }) => {
    if (typeof data !== 'string' || data.length > MAX_BODY_BYTES) return close(t('rpc.notReply'));
    try {
      const { method, params } = JSON.parse(data);
      if (method === 'eth_subscription') return told?.(params);
    } catch {
      // No JSON, or not of that form: whoever waits for an answer finds out.
    }
    hear?.(data);
  };
  async function request(method: string, params: readonly unknown[] = []): Promise<never> {
    await opened;
    const answer = next();
    socket.send(JSON.stringify({ jsonrpc: '2.0', id: ++id, method, params }));
    return parseReply(await answer, id, method) as never;
  }
  return { url, request, ended, close };
}
