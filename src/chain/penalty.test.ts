import { afterEach, expect, it, vi } from 'vitest';
import { type RpcServer, startRpcServer } from '../../test/support/rpcServer';
import type { EndpointHealth } from '../model/endpoint';
import { type HealthBook, newestBlock } from './client';

const servers: RpcServer[] = [];

async function serving(answer: Parameters<typeof startRpcServer>[0]): Promise<RpcServer> {
  const server = await startRpcServer(answer);
  servers.push(server);
  return server;
}

const good = () => serving(({ id }, response) => void response.end(JSON.stringify({ id, result: '0x10' })));

/** What the worker keeps in session storage, in memory. */
function bookOf(...health: EndpointHealth[]): HealthBook & { health: readonly EndpointHealth[] } {
  return {
    health,
    getValue() {
      return Promise.resolve(this.health);
    },
    setValue(next) {
      this.health = next;
      return Promise.resolve();
    },
  };
}

const ask = (book: HealthBook, ...from: RpcServer[]) =>
  newestBlock({ id: 1, name: 'Ethereum', rpcs: from.map(({ url }) => url) }, { book });

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

const inAMinute = () => new Date(Date.now() + 60_000).toUTCString();

it.each<[string, () => string | null, number]>([
  ['7', () => '7', 7],
  ['a day, which is capped', () => '86400', 300],
  ['a date', inAMinute, 60],
  ['a date that is over', () => new Date(0).toUTCString(), 0],
  ['nothing', () => null, 30],
  ['nonsense', () => 'soon', 30],
])(
  'too many requests with a Retry-After of %s: it is left alone for that long (fault 4)',
  async (_, header, seconds) => {
    const limited = await serving((_request, response) => {
      const value = header();
      response.writeHead(429, value === null ? {} : { 'retry-after': value }).end();
    });
    const book = bookOf();
    const before = Date.now();
    expect(await ask(book, limited, await good())).toBe(16n);
    expect(book.health).toMatchObject([
      { state: 'limited', reason: 'it has had too many requests from here' },
    ]);
    const rest = (book.health[0]!.until - before) / 1000;
    expect(rest).toBeGreaterThan(seconds - 1.1);
    expect(rest).toBeLessThan(seconds + 2);
  },
);

it('while it is to be left alone it is asked by nobody, also where there is no other (fault 4)', async () => {
  const limited = await serving((_, response) => void response.writeHead(429, { 'retry-after': '60' }).end());
  const book = bookOf();
  await expect(ask(book, limited)).rejects.toThrow('too many requests');
  await expect(ask(book, limited)).rejects.toThrow(
    /too many requests from here, and is left alone for \d\d s more\./,
  );
  expect(limited.requests).toHaveLength(1);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
  await expect(ask(book, limited)).rejects.toThrow('too many requests');
  expect(limited.requests).toHaveLength(2);
});

it('no entry: it is marked, with the reason, and asked after the others (fault 6)', async () => {
  const barred = await serving((_, response) => void response.writeHead(401).end());
  const book = bookOf();
  const other = await good();
  await ask(book, barred, other);
  const [health] = book.health;
  expect(health).toMatchObject({ state: 'barred', reason: 'it does not let us in' });
  expect(health!.host).toBe(new URL(barred.url).host);
  await ask(book, barred, other);
  expect(barred.requests).toHaveLength(1);
  await expect(ask(book, barred)).rejects.toThrow(`${health!.host}: it does not let us in.`);
});

it('offline no RPC is asked, and none is to blame (fault 62)', async () => {
  const server = await good();
  const book = bookOf();
  vi.stubGlobal('navigator', { onLine: false });
  await expect(ask(book, server)).rejects.toThrow('This computer is offline.');
  expect([server.requests.length, book.health]).toEqual([0, []]);
  vi.stubGlobal('navigator', { onLine: true });
  expect(await ask(book, server)).toBe(16n);
});

it('a connection that goes while an RPC is asked is no fault of the RPC (fault 62)', async () => {
  const server = await serving((_, response) => {
    vi.stubGlobal('navigator', { onLine: false });
    response.destroy();
  });
  const book = bookOf();
  await expect(ask(book, server, await good())).rejects.toThrow('offline');
  expect(book.health).toEqual([]);
});

it.each<[string, HealthBook]>([
  [
    'cannot be opened',
    { getValue: () => Promise.reject(new Error('no')), setValue: () => Promise.reject(new Error('no')) },
  ],
  ['holds nonsense', { getValue: () => Promise.resolve('x' as never), setValue: () => Promise.resolve() }],
])('a book of RPCs that %s costs no reading', async (_, book) => {
  const down = await serving((_request, response) => void response.destroy());
  expect(await ask(book, down, await good())).toBe(16n);
});
