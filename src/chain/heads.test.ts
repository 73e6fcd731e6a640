import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NodeSocket } from '../../test/support/nodeSocket';
import type { RpcRequest } from '../../test/support/rpcServer';
import { type SocketServer, startSocketServer } from '../../test/support/socketServer';
import { newestHead } from './heads';

/**
 * The server is made by hand, because no node misbehaves on demand; it and the sockets are real. What a real node says is in
 * test/chain/heads.test.ts, and the browser's own sockets are in test/e2e/heads.spec.ts.
 */
let server: SocketServer;
/** Of a network of its own in every test: the module remembers how a network's sockets have done. */
let id = 0;
/** Instead of the honest answers. */
let answer: (request: RpcRequest) => string | undefined;

const hex = (number: number) => `0x${number.toString(16)}`;
const reply = (request: RpcRequest, result: unknown) =>
  JSON.stringify({ jsonrpc: '2.0', id: request.id, result });
const honest = (request: RpcRequest) => reply(request, request.method === 'eth_chainId' ? hex(id) : '0xabc');
const head = (number: unknown, timestamp: unknown = '0x65', subscription: unknown = '0xabc') =>
  JSON.stringify({
    jsonrpc: '2.0',
    method: 'eth_subscription',
    params: { subscription, result: { number, timestamp } },
  });

const look = (...sockets: string[]) =>
  newestHead({ id, name: 'Test', rpcs: [], sockets: sockets.length > 0 ? sockets : [server.url] });
const realTimeout = setTimeout;

/** As expect.poll, which would move the clock. */
async function soon(check: () => void): Promise<void> {
  for (const end = performance.now() + 2_000; ; ) {
    try {
      return check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((done) => realTimeout(done, 5));
    }
  }
}

/** Until what was said has come, though nothing shows it. */
const arrival = () => new Promise((done) => realTimeout(done, 50));

const heard = (number: bigint | null) => soon(() => expect(look()?.number ?? null).toBe(number));
const isOpen = (count: number) => soon(() => expect(server.open()).toBe(count));
const asked = (...methods: string[]) => soon(() => expect(server.asked).toEqual(methods));
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

/** Looks until it is subscribed, and says a first head. */
async function subscribed(): Promise<void> {
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

it('a network without a socket has no head, and opens nothing', () => {
  expect(newestHead({ id, name: 'Test', rpcs: [server.url] })).toBeNull();
  expect(server.open()).toBe(0);
});

it('looks share one socket, which tells the newest block and its time', async () => {
  await subscribed();
  server.say(head('0xffffffffffffffff', '0x6553f100'));
  await heard(2n ** 64n - 1n);
  expect(look()?.time).toBe(1_700_000_000);
  expect([server.open(), server.asked]).toEqual([1, ['eth_chainId', 'eth_subscribe']]);
});

describe('what is not a whole head of ours is ignored', () => {
  it.each([
    'no JSON',
    '',
    'null',
    '[]',
    '5',
    '{}',
    '{"method":"eth_subscription"}',
    '{"method":"eth_subscription","params":null}',
    '{"method":"eth_subscription","params":7}',
    '{"method":"eth_subscription","params":{"result":{"number":"0x99","timestamp":"0x65"}}}',
    '{"method":"eth_subscription","params":{"subscription":"0xabc","result":null}}',
    '{"method":"eth_subscription","params":{"subscription":"0xabc","result":{"number":{"toString":1},"timestamp":"0x65"}}}',
    '{"id":2,"result":"0x99"}',
    head('0x99', '0x65', '0xdef'),
    head('0x99', '0x65', null),
    head('0x99', null),
    head('0x99', '101'),
    head('0x99', '0x'),
    head(153),
    head('153'),
    head('0x'),
    head('0x099'),
    head('0x9g'),
    head('-0x99'),
    head(['0x99']),
    head('0x10000000000000000'),
  ])('%s', async (text) => {
    await subscribed();
    server.say(text);
    server.say(head('0x11')); // lower than what the other would have told
    await heard(17n);
    expect(server.open()).toBe(1);
  });
});

it('heads that come before the subscription has a name are ignored', async () => {
  answer = (request) => (request.method === 'eth_chainId' ? honest(request) : undefined);
  look();
  await asked('eth_chainId', 'eth_subscribe');
  server.say('{"method":"eth_subscription","params":{"result":{"number":"0x99","timestamp":"0x65"}}}');
  for (const of of [null, '0xabc']) server.say(head('0x99', '0x65', of));
  server.say(JSON.stringify({ jsonrpc: '2.0', id: 2, result: '0xabc' }));
  server.say(head('0x11'));
  await heard(17n);
});

describe('a socket is closed, and blocks are asked for, where it', () => {
  it.each<[string, (request: RpcRequest) => string | undefined]>([
    ['serves another chain', (request) => reply(request, hex(id + 1))],
    ['answers another request', (request) => reply({ ...request, id: request.id + 1 }, hex(id))],
    ['says no number', (request) => reply(request, 'Ethereum')],
    ['answers with a list', (request) => `[${honest(request)}]`],
    ['answers no JSON', () => '<!doctype html>'],
    ['refuses', ({ id }) => JSON.stringify({ id, error: { code: -32601, message: 'no such method' } })],
  ])('%s', async (_, badly) => {
    answer = badly;
    look();
    await soon(() => expect(server.asked).toHaveLength(1));
    await isOpen(0);
    expect(look()).toBeNull();
    expect(server.asked).toEqual(['eth_chainId']);
  });

  it.each([
    ['says more than a megabyte', head('0x99').padEnd(1_000_001)],
    ['says bytes', Buffer.from(head('0x99'))],
  ])('%s', async (_, said) => {
    await subscribed();
    server.say(said);
    await heard(null);
    await isOpen(0);
  });

  it.each(['0x10', '0xf', '0x1'])(
    'tells of nothing higher than 0x10 for half a minute, but %s',
    async (again) => {
      await subscribed();
      server.say(head('0x20'));
      await heard(32n);
      later(20_000);
      server.say(head(again));
      server.say(head('0x20'));
      await arrival();
      later(9_999);
      expect(look()?.number).toBe(32n);
      later(2);
      expect(look()).toBeNull();
      await isOpen(0);
    },
  );

  it('tells of nothing at all for half a minute', async () => {
    answer = () => undefined;
    look();
    await isOpen(1);
    later(30_001);
    expect(look()).toBeNull();
    await isOpen(0);
  });

  it('told of its last head before the clock was set back', async () => {
    await subscribed();
    later(-30_001);
    expect(look()).toBeNull();
  });

  it('is no longer among the user’s endpoints', async () => {
    await subscribed();
    expect(newestHead({ id, name: 'Test', rpcs: [], sockets: [] })).toBeNull();
    await isOpen(0);
  });

  it('has not been looked at for ten seconds, and is opened again by the next look', async () => {
    await subscribed();
    vi.advanceTimersByTime(9_000);
    look();
    vi.advanceTimersByTime(9_999);
    await arrival();
    expect(server.open()).toBe(1);
    vi.advanceTimersByTime(1);
    await isOpen(0);
    expect(look()).toBeNull();
    await isOpen(1);
  });
});

describe('a socket that failed', () => {
  it('is tried again after 15 s, then twice as long each time, and at most five minutes', async () => {
    answer = (request) => reply(request, hex(id + 1));
    look();
    for (const [round, seconds] of [15, 30, 60, 120, 240, 300, 300].entries()) {
      await soon(() => expect(server.asked).toHaveLength(round + 1));
      await isOpen(0);
      const before = NodeSocket.opened.length;
      later(seconds * 1_000 - 1);
      look();
      expect(NodeSocket.opened.length, `before ${seconds} s`).toBe(before);
      later(1);
      look();
      expect(NodeSocket.opened.length, `after ${seconds} s`).toBe(before + 1);
    }
  });

  it('is tried as if for the first time, once it has told of a block', async () => {
    answer = (request) => reply(request, hex(id + 1));
    look();
    await soon(() => expect(server.asked).toHaveLength(1));
    await isOpen(0);
    answer = honest;
    later(15_000);
    look();
    await soon(() => expect(server.asked).toHaveLength(3));
    server.say(head('0x10'));
    await heard(16n);
    server.say(Buffer.from('no text'));
    await heard(null);
    const before = NodeSocket.opened.length;
    later(14_999);
    look();
    expect(NodeSocket.opened.length).toBe(before);
    later(1);
    look();
    expect(NodeSocket.opened.length).toBe(before + 1);
  });

  it.each(['ws://127.0.0.1:9/', 'wss://'])(
    'gives way to the next one, and throws nothing: %s',
    async (bad) => {
      expect(look(bad, server.url)).toBeNull();
      // Nothing tells when it has failed, so it is looked at until it has.
      const after = () => {
        later(15_000);
        look(bad, server.url);
        return server.asked;
      };
      await soon(() => expect(after()).toContain('eth_subscribe'));
    },
  );
});
