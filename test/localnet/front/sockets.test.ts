import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Front, startFront } from '../front';
import { type Localnet, startLocalnet } from '../start';

const RPC = 'rpc.example';

let net: Localnet;
let front: Front;

beforeAll(async () => {
  net = await startLocalnet();
});
afterAll(() => net.stop());
beforeEach(async () => {
  front = await startFront({ upstream: net.url, hosts: [RPC] });
});
afterEach(() => front.stop());

async function open(host = RPC) {
  const options = { headers: { host }, rejectUnauthorized: false };
  const socket = new WebSocket(`wss://127.0.0.1:${front.port}/v1`, options);
  const heard: unknown[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  await new Promise((opened, failed) => socket.once('open', opened).once('error', failed));
  const ask = (method: string, params: unknown[] = []) =>
    socket.send(JSON.stringify({ jsonrpc: '2.0', id: 7, method, params }));
  return { socket, heard, ask };
}

it('leads to the chain, and counts what is asked', async () => {
  const { heard, ask } = await open();
  ask('eth_chainId');
  await expect.poll(() => heard).toEqual([{ jsonrpc: '2.0', id: 7, result: '0x1' }]);
  ask('eth_subscribe', ['newHeads']);
  await expect.poll(() => heard).toHaveLength(2);
  await net.mine();
  await expect.poll(() => heard).toHaveLength(3);
  expect(heard[2]).toMatchObject({ method: 'eth_subscription' });
  expect(front.requests.map(({ host, method }) => [host, method])).toEqual([
    [RPC, 'eth_chainId'],
    [RPC, 'eth_subscribe'],
  ]);
  expect(front.sockets(RPC)).toBe(1);
});

it('down: those that are open break, and none is opened', async () => {
  const { socket } = await open();
  front.fault(RPC, 'down');
  await expect.poll(() => socket.readyState).toBe(WebSocket.CLOSED);
  expect(front.sockets(RPC)).toBe(0);
  await expect(open()).rejects.toThrow();
  front.fault(RPC, null);
  await open();
});

it('hang and lies strike while it is open', async () => {
  const { heard, ask } = await open();
  front.fault(RPC, 'hang');
  ask('eth_chainId');
  await expect.poll(() => front.count()).toBe(1);
  front.fault(RPC, 'wrongChain');
  ask('eth_chainId');
  await expect.poll(() => heard).toEqual([{ jsonrpc: '2.0', id: 7, result: '0x539' }]);
});

it('a host that is nobody’s is a stranger', async () => {
  await expect(open('elsewhere.example')).rejects.toThrow();
  expect(front.strangers).toEqual(['elsewhere.example']);
});
