import { afterEach, beforeEach, expect, vi } from 'vitest';
import { newestHead } from '../../src/chain/heads';
import { NodeSocket } from './nodeSocket';
import type { RpcRequest } from './rpcServer';
import { type SocketServer, startSocketServer } from './socketServer';

/**
 * The server is made by hand, because no node misbehaves on demand; it and the sockets are real. What a real node says is in
 * test/chain/heads.test.ts, and the browser's own sockets are in test/e2e/heads.spec.ts.
 */
export let server: SocketServer;
/** Of a network of its own in every test: the module remembers how a network's sockets have done. */
export let id = 0;

let answer: (request: RpcRequest) => string | undefined;

/** From now on it answers so, and no longer honestly. */
export function answering(badly: (request: RpcRequest) => string | undefined): void {
  answer = badly;
}

export const hex = (number: number) => `0x${number.toString(16)}`;
export const reply = (request: RpcRequest, result: unknown) =>
  JSON.stringify({ jsonrpc: '2.0', id: request.id, result });
export const honest = (request: RpcRequest) =>
  reply(request, request.method === 'eth_chainId' ? hex(id) : '0xabc');
export const head = (number: unknown, timestamp: unknown = '0x65', subscription: unknown = '0xabc') =>
  JSON.stringify({
    jsonrpc: '2.0',
    method: 'eth_subscription',
    params: { subscription, result: { number, timestamp } },
  });

export const look = (...sockets: string[]) =>
  newestHead({ id, name: 'Test', rpcs: [], sockets: sockets.length > 0 ? sockets : [server.url] });
const realTimeout = setTimeout;

/** As expect.poll, which would move the clock. */
export async function soon(check: () => void): Promise<void> {
  for (const end = performance.now() + 5_000; ; ) {
    try {
      return check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((done) => realTimeout(done, 5));
    }
  }
}

/** Until what was said has come, though nothing shows it. */
export const arrival = () => new Promise((done) => realTimeout(done, 50));

export const heard = (number: bigint | null) => soon(() => expect(look()?.number ?? null).toBe(number));
export const isOpen = (count: number) => soon(() => expect(server.open()).toBe(count));
export const asked = (...methods: string[]) => soon(() => expect(server.asked).toEqual(methods));
export const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

/** Looks until it is subscribed, and says a first head. */
export async function subscribed(): Promise<void> {
  look();
  await asked('eth_chainId', 'eth_subscribe');
  server.say(head('0x10'));
  await heard(16n);
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  vi.stubGlobal('WebSocket', NodeSocket);
  id += 1;
  answer = honest;
  server = await startSocketServer((request) => answer(request));
});
afterEach(async () => {
  vi.runAllTimers();
  await server.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
