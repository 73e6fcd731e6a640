import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { newestHead } from '../../src/chain/heads';
import { type Localnet, startLocalnet } from '../localnet/start';
import { NodeSocket } from '../support/nodeSocket';

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

it('a real node tells of every block, and of its time', async () => {
  const look = () => newestHead({ id: 1, name: 'Ethereum', rpcs: [], sockets: [socket] });
  const opened = NodeSocket.opened.length;
  // The first block after the subscription is the first that is told of.
  await expect
    .poll(async () => {
      await net.mine();
      return look();
    })
    .not.toBeNull();
  for (let blocks = 0; blocks < 3; blocks++) {
    await net.mine();
    const { number, timestamp } = await net.client.getBlock();
    await expect.poll(look).toEqual({ number, time: Number(timestamp) });
  }
  expect(NodeSocket.opened.length).toBe(opened + 1);
});
