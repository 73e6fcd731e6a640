import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { encodeFunctionResult, numberToHex, parseAbi } from 'viem';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type RpcServer, startRpcServer } from '../../test/support/rpcServer';
import type { Hex, Reader, Reading } from '../model/reader';
import type { Chain } from './chains';
import { newestBlock, readChain } from './client';

const aggregate = parseAbi([
  'struct Result { bool success; bytes returnData; }',
  'function aggregate3() view returns (Result[] returnData)',
]);

const word = (value: bigint): Hex => numberToHex(value, { size: 32 });

interface Said {
  chainId?: bigint;
  block?: bigint;
  timestamp?: bigint;
  data?: Hex[];
  ok?: boolean;
}

/** Multicall3's answer to one question: chain, block and time, then what was asked. */
function aggregated({
  chainId = 1n,
  block = 100n,
  timestamp = now(),
  data = [word(42n)],
  ok = true,
}: Said): Hex {
  const results = [word(chainId), word(block), word(timestamp), ...data];
  return encodeFunctionResult({
    abi: aggregate,
    functionName: 'aggregate3',
    result: results.map((returnData, index) => ({ success: index < 3 || ok, returnData })),
  });
}

/** The first part stands where its own offset is. */
const looped = (): Hex => `0x${[32n, 4n, 0n, 0n, 0n, 0n].map((each) => word(each).slice(2)).join('')}`;

/** As many parts as there are atoms, in six words. */
const counted = (): Hex =>
  `0x${[32n, 2n ** 255n, 0n, 0n, 0n, 0n].map((each) => word(each).slice(2)).join('')}`;

const now = (): bigint => BigInt(Math.floor(Date.now() / 1000));

const servers: RpcServer[] = [];

/** A byte every 20 ms, so that there is always news and never an answer. */
function dripping(response: ServerResponse): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}

/** A server that answers every eth_call with this data, in a whole reply. */
async function answering(said: Said | Hex): Promise<RpcServer> {
  const result = typeof said === 'string' ? said : aggregated(said);
  return serving(({ id }, response) => void response.end(JSON.stringify({ jsonrpc: '2.0', id, result })));
}

async function serving(answer: Parameters<typeof startRpcServer>[0]): Promise<RpcServer> {
  const server = await startRpcServer(answer);
  servers.push(server);
  return server;
}

const chainOf = (...from: RpcServer[]): Chain => ({
  id: 1,
  name: 'Ethereum',
  rpcs: from.map(({ url }) => url),
});

const asked = { to: '0x00000000000000000000000000000000000000aa', data: '0x12345678' } as const;

/** Asks one question and hands out what it was told as its memo. */
function* oneQuestion(): Reader {
  const results = yield [asked];
  return { positions: [], memo: { said: results } } satisfies Reading;
}

const read = (chain: Chain) => readChain(chain, () => [oneQuestion()]);

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

describe('reading a chain', () => {
  it('hands a reader what the chain said, with its block, in one request', async () => {
    const server = await answering({ block: 123n, timestamp: 1_700_000_000n });
    const { outcomes, block, rpc } = await read(chainOf(server));
    expect(outcomes).toEqual([
      { reading: { positions: [], memo: { said: [{ ok: true, data: word(42n) }] } } },
    ]);
    expect(block).toEqual({ number: '123', timestamp: 1_700_000_000 });
    expect(rpc).toBe(new URL(server.url).host);
    expect(server.requests.map(({ method }) => method)).toEqual(['eth_call']);
  });

  it('hands on a call that reverted, and does not take it for nothing', async () => {
    const { outcomes } = await read(chainOf(await answering({ ok: false, data: ['0x'] })));
    expect(outcomes).toMatchObject([{ reading: { memo: { said: [{ ok: false, data: '0x' }] } } }]);
  });

  it('asks two readers’ equal questions once', async () => {
    const server = await answering({});
    const { outcomes } = await readChain(chainOf(server), () => [oneQuestion(), oneQuestion()]);
    expect(outcomes).toHaveLength(2);
    expect(outcomes[0]).toEqual(outcomes[1]);
  });

  it('keeps a reader that fails from taking the others with it', async () => {
    function* failing(): Reader {
      yield [asked];
      throw new Error('It did not answer.');
    }
    const server = await answering({});
    const { outcomes } = await readChain(chainOf(server), () => [failing(), oneQuestion()]);
    expect(outcomes).toMatchObject([{ reason: 'It did not answer.' }, { reading: {} }]);
  });

  it.each<[string, Said | Hex, string]>([
    ['another chain (fault 16)', { chainId: 5n }, 'it serves chain 5, not Ethereum'],
    [
      'a block of the future (fault 19)',
      { timestamp: now() + 3_600n },
      'its newest block is from the future',
    ],
    ['no code at Multicall3 (fault 22)', '0x', 'Multicall3 is not deployed there'],
    ['too few parts', { data: [] }, 'the answer has the wrong number of parts'],
    ['too many parts', { data: [word(1n), word(2n)] }, 'the answer has the wrong number of parts'],
    ['words after the end (fault 25)', `${aggregated({})}${'00'.repeat(32)}`, 'the answer cannot be decoded'],
    ['an offset out of bounds (fault 26)', `0x${'ff'.repeat(64)}`, 'the answer cannot be decoded'],
    ['an offset that leads back to itself (fault 26)', looped(), 'the answer cannot be decoded'],
    ['a count without an end (fault 26)', counted(), 'the answer cannot be decoded'],
    ['half of it (fault 25)', aggregated({}).slice(0, 202) as Hex, 'the answer cannot be decoded'],
  ])('refuses %s and asks the next RPC', async (_, said, reason) => {
    const bad = await answering(said);
    const good = await answering({ block: 9n });
    const { block, rpc } = await read(chainOf(bad, good));
    expect([block.number, rpc]).toEqual(['9', new URL(good.url).host]);
    await expect(read(chainOf(bad))).rejects.toThrow(`${new URL(bad.url).host}: ${reason}.`);
  });

  it.each<[string, Parameters<typeof startRpcServer>[0], string]>([
    [
      'too many requests (fault 4)',
      (_, r) => void r.writeHead(429).end(),
      'it has had too many requests from here',
    ],
    ['no entry (fault 6)', (_, r) => void r.writeHead(403).end(), 'it does not let us in'],
    ['trouble that lasts (fault 5)', (_, r) => void r.writeHead(502).end(), 'it is in trouble (502)'],
    [
      'a redirect (fault 15)',
      (_, r) => void r.writeHead(307, { location: '/elsewhere' }).end(),
      'it cannot be reached',
    ],
    ['a hang-up', (_, r) => void r.destroy(), 'it cannot be reached'],
    [
      'more than a megabyte (fault 13)',
      (_, r) => void r.end('x'.repeat(1_100_000)),
      'the answer is larger than 1 MB',
    ],
    ['bytes that are no text', (_, r) => void r.end(Buffer.from([0xff, 0xfe])), 'it cannot be reached'],
  ])('refuses %s', async (_, answer, reason) => {
    await expect(read(chainOf(await serving(answer)))).rejects.toThrow(reason);
  });

  it.each<[string, Parameters<typeof startRpcServer>[0]]>([
    ['never answers (fault 1)', () => undefined],
    [
      'stalls after the headers (fault 2)',
      (_, response) => void response.writeHead(200).write('{"jsonrpc":'),
    ],
    ['sends one byte after the other (fault 3)', (_, response) => dripping(response)],
  ])('gives up on an RPC that %s before the deadline, and asks the next', async (_, answer) => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      expect(ms).toBe(4_000);
      const soon = new AbortController();
      setTimeout(() => soon.abort(), 150);
      return soon.signal;
    });
    const silent = await serving(answer);
    const good = await answering({ block: 9n });
    expect((await read(chainOf(silent, good))).block.number).toBe('9');
    await expect(read(chainOf(silent, silent))).rejects.toThrow('no answer in time');
  });

  it('says of each RPC what was wrong', async () => {
    const down = await serving((_, response) => void response.destroy());
    const page = await serving((_, response) => void response.end('<html></html>'));
    const said = `No usable answer from Ethereum. ${new URL(down.url).host}: it cannot be reached. ${new URL(page.url).host}: it answered with a web page.`;
    await expect(read(chainOf(down, page))).rejects.toThrow(said);
  });

  it('does not follow a redirect, even to the right answer (fault 15)', async () => {
    const good = await answering({});
    const bad = await serving((_, response) => void response.writeHead(307, { location: good.url }).end());
    await expect(read(chainOf(bad))).rejects.toThrow('it cannot be reached');
    expect(good.requests).toEqual([]);
  });

  it('cancels a body that does not end (fault 13)', async () => {
    let [sent, begun, closed] = [0, 0, 0];
    const endless = await serving((_, response) => {
      begun++;
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536;
      };
      response.on('drain', more).on('close', () => closed++);
      more();
    });
    await expect(read(chainOf(endless))).rejects.toThrow('the answer is larger than 1 MB');
    // What was too much in the packed form is asked once more in the plain one.
    await vi.waitFor(() => expect([begun, closed]).toEqual([2, 2]));
    expect(sent).toBeLessThan(20_000_000);
  });

  it('counts what a compressed body unfolds to (fault 14)', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, ' '));
    expect(bomb.length).toBeLessThan(250_000);
    const server = await serving(
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    const began = performance.now();
    await expect(read(chainOf(server))).rejects.toThrow('the answer is larger than 1 MB');
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('asks once more after a server’s own trouble, a moment later (fault 5)', async () => {
    const at: number[] = [];
    const shaky = await serving(({ id }, response) => {
      at.push(performance.now());
      if (at.length === 1) return void response.writeHead(502).end();
      response.end(JSON.stringify({ jsonrpc: '2.0', id, result: aggregated({ block: 9n }) }));
    });
    const other = await answering({});
    expect((await read(chainOf(shaky, other))).block.number).toBe('9');
    expect(other.requests).toEqual([]);
    expect(at[1]! - at[0]!).toBeGreaterThan(90);
  });

  it('asks no third time after a server’s own trouble, but the next RPC (fault 5)', async () => {
    const broken = await serving((_, response) => void response.writeHead(503).end());
    const other = await answering({ block: 9n });
    expect((await read(chainOf(broken, other))).block.number).toBe('9');
    expect(broken.requests).toHaveLength(2);
  });

  it('takes a plain answer of an RPC that knows no third parameter (fault 30)', async () => {
    const plain = await serving(({ id, params }, response) => {
      const error = { code: -32602, message: 'too many arguments, want at most 2' };
      const said = params.length > 2 ? { error } : { result: aggregated({}) };
      response.end(JSON.stringify({ jsonrpc: '2.0', id, ...said }));
    });
    const { outcomes } = await read(chainOf(plain));
    expect(outcomes).toMatchObject([{ reading: { memo: { said: [{ ok: true, data: word(42n) }] } } }]);
  });

  it('finds the newest block', async () => {
    const server = await serving(
      ({ id }, response) => void response.end(JSON.stringify({ id, result: '0x10' })),
    );
    expect(await newestBlock(chainOf(server))).toBe(16n);
  });
});
