import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { probe } from '../../src/chain/probe';
import { type Localnet, startLocalnet } from '../localnet/start';
import { NodeSocket } from '../support/nodeSocket';
import { startSocketServer } from '../support/socketServer';

let net: Localnet;
let socket: string;

beforeAll(async () => {
  net = await startLocalnet();
  socket = net.url.replace('http:', 'ws:');
});
afterAll(() => net.stop());
beforeEach(() => {
  vi.stubGlobal('WebSocket', NodeSocket);
});
afterEach(() => vi.unstubAllGlobals());

it('a real node is tried, and says its chain and its newest block', async () => {
  const block = `${await net.client.getBlockNumber()}`;
  expect(await probe(socket, true)).toEqual({ ms: expect.any(Number), chainId: 1, block });
});

it('a socket where nobody listens cannot be reached', async () => {
  expect(await probe('ws://127.0.0.1:9/', true)).toEqual({ reason: 'it cannot be reached' });
});

it('a socket that takes no subscription is of no use, and why is said', async () => {
  // By hand: the node has no way to turn it off.
  const server = await startSocketServer(({ id, method }) => {
    const refused = { error: { code: -32601, message: 'the method eth_subscribe does not exist' } };
    return JSON.stringify({
      jsonrpc: '2.0',
      id,
      ...(method === 'eth_subscribe' ? refused : { result: '0x1' }),
    });
  });
  const reason = 'the node refused: the method eth_subscribe does not exist';
  expect(await probe(server.url, true)).toEqual({ reason });
  await expect.poll(() => server.open()).toBe(0);
  await server.stop();
});

it('a socket that says nothing is waited for eight seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const server = await startSocketServer(() => undefined);
  const tried = probe(server.url, true);
  await vi.waitFor(() => expect(server.asked).toEqual(['eth_chainId']), { interval: 1 });
  vi.advanceTimersByTime(8_000);
  expect(await tried).toEqual({ reason: 'no answer in time' });
  vi.useRealTimers();
  await server.stop();
});
