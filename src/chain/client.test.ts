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

const now = (): bigint => BigInt(Math.floor(Date.now() / 1000));

const servers: RpcServer[] = [];

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
    ['another chain', { chainId: 5n }, 'it serves chain 5, not Ethereum'],
    ['a block of the future', { timestamp: now() + 3_600n }, 'its newest block is from the future'],
    ['no code at Multicall3', '0x', 'Multicall3 is not deployed there'],
    ['too few parts', { data: [] }, 'the answer has the wrong number of parts'],
    ['too many parts', { data: [word(1n), word(2n)] }, 'the answer has the wrong number of parts'],
    ['words after the end', `${aggregated({})}${'00'.repeat(32)}`, 'the answer cannot be decoded'],
    ['an offset out of bounds', `0x${'ff'.repeat(64)}`, 'the answer cannot be decoded'],
    ['half of it', aggregated({}).slice(0, 202) as Hex, 'the answer cannot be decoded'],
  ])('refuses %s and asks the next RPC', async (_, said, reason) => {
    const bad = await answering(said);
    const good = await answering({ block: 9n });
    const { block, rpc } = await read(chainOf(bad, good));
    expect([block.number, rpc]).toEqual(['9', new URL(good.url).host]);
    await expect(read(chainOf(bad))).rejects.toThrow(`${new URL(bad.url).host}: ${reason}.`);
  });

  it.each<[string, Parameters<typeof startRpcServer>[0], string]>([
    ['too many requests', (_, r) => void r.writeHead(429).end(), 'it has had too many requests from here'],
    ['no entry', (_, r) => void r.writeHead(403).end(), 'it does not let us in'],
    ['trouble', (_, r) => void r.writeHead(502).end(), 'it is in trouble (502)'],
    ['a redirect', (_, r) => void r.writeHead(307, { location: '/elsewhere' }).end(), 'it cannot be reached'],
    ['a hang-up', (_, r) => void r.destroy(), 'it cannot be reached'],
    ['more than a megabyte', (_, r) => void r.end('x'.repeat(1_100_000)), 'the answer is larger than 1 MB'],
    ['bytes that are no text', (_, r) => void r.end(Buffer.from([0xff, 0xfe])), 'it cannot be reached'],
  ])('refuses %s', async (_, answer, reason) => {
    await expect(read(chainOf(await serving(answer)))).rejects.toThrow(reason);
  });

  it.each<[string, Parameters<typeof startRpcServer>[0]]>([
    ['never answers', () => undefined],
    ['stalls after the headers', (_, response) => void response.writeHead(200).write('{"jsonrpc":')],
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

  it('finds the newest block', async () => {
    const server = await serving(
      ({ id }, response) => void response.end(JSON.stringify({ id, result: '0x10' })),
    );
    expect(await newestBlock(chainOf(server))).toBe(16n);
  });
});
