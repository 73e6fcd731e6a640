import { describe, expect, it, vi } from 'vitest';
import {
  answering,
  arrival,
  head,
  heard,
  hex,
  honest,
  id,
  isOpen,
  later,
  look,
  reply,
  server,
  soon,
  subscribed,
} from '../../test/support/headsStage';
import { NodeSocket } from '../../test/support/nodeSocket';
import type { RpcRequest } from '../../test/support/rpcServer';
import { newestHead } from './heads';

describe('a socket is closed, and blocks are asked for, where it', () => {
  it.each<[string, (request: RpcRequest) => string | undefined]>([
    ['serves another chain', (request) => reply(request, hex(id + 1))],
    ['answers another request', (request) => reply({ ...request, id: request.id + 1 }, hex(id))],
    ['says no number', (request) => reply(request, 'Ethereum')],
    ['answers with a list', (request) => `[${honest(request)}]`],
    ['answers no JSON', () => '<!doctype html>'],
    ['refuses', ({ id }) => JSON.stringify({ id, error: { code: -32601, message: 'no such method' } })],
  ])('%s', async (_, badly) => {
    answering(badly);
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
    answering(() => undefined);
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
    answering((request) => reply(request, hex(id + 1)));
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
    answering((request) => reply(request, hex(id + 1)));
    look();
    await soon(() => expect(server.asked).toHaveLength(1));
    await isOpen(0);
    answering(honest);
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
