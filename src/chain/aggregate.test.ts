import { type Address, decodeFunctionData, type Hex, multicall3Abi, numberToHex } from 'viem';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerCall, type Recording } from '../../test/replay/recording';
import { pack } from '../../test/support/pack';
import { type RpcRequest, type RpcServer, startRpcServer } from '../../test/support/rpcServer';
import type { Call, Reader } from '../model/reader';
import { readChain } from './client';
import { MULTICALL3 } from './multicall';
import { PACKER } from './packer';

/** What a node knows of overrides, and how many calls at once are too much for it. */
interface Node {
  readonly overrides: 'knows' | 'ignores' | 'refuses';
  readonly code?: number;
  readonly limit?: number;
}

const recording: Recording = {
  chainId: 1,
  block: { number: 5, timestamp: 1_700_000_000, hash: numberToHex(5, { size: 32 }) },
  begin: () => (call: Call) => ({ ok: true, data: call.data }),
};

let node: Node;
let server: RpcServer;
let plain: Set<string>;
beforeEach(async () => {
  plain = new Set();
  server = await startRpcServer((request, response) => {
    response.end(JSON.stringify({ jsonrpc: '2.0', id: request.id, ...answer(request) }));
  });
});
afterEach(() => server.stop());

function answer({ params }: RpcRequest): object {
  const [call, , overrides] = params as [{ to: Address; data: Hex }, string, object | undefined];
  if (overrides && node.overrides === 'refuses')
    return { error: { code: node.code ?? -32602, message: 'too many arguments, want at most 2' } };
  if (sizeOf(call) > (node.limit ?? 400)) return { error: { code: -32000, message: 'out of gas' } };
  const packs = overrides && node.overrides === 'knows';
  return { result: answerCall(recording, call, packs ? pack : undefined).data };
}

/** How many calls it carries, beside the three that a round always has. */
function sizeOf({ data }: { readonly data: Hex }): number {
  const { functionName, args } = decodeFunctionData({ abi: multicall3Abi, data });
  return functionName === 'aggregate3' ? args[0].length - 3 : 0;
}

const callOf = (n: number): Call => ({ to: `0x${'aa'.repeat(20)}`, data: numberToHex(n, { size: 4 }) });

/** Asks so many questions, again and again, and keeps the last answers. */
function* asking(first: number, count: number, rounds = 1): Reader {
  const calls = Array.from({ length: count }, (_, at) => callOf(first + at));
  let told: readonly unknown[] = [];
  for (let round = 0; round < rounds; round++) told = yield calls;
  return { positions: [], memo: { told } };
}

let before = 0;

/** Each eth_call of the last reading, in order: how many calls it carried, and whether a packed answer was asked for. */
const asked = () =>
  server.requests
    .slice(before)
    .map(({ params: [call, , overrides] }) => `${sizeOf(call as Call)}${overrides ? ' packed' : ''}`);

async function read(...readers: (() => Reader)[]) {
  before = server.requests.length;
  const chain = { id: 1, name: 'Ethereum', rpcs: [server.url] };
  const { outcomes } = await readChain(chain, () => readers.map((make) => make()), { plain });
  return outcomes.map((outcome) => ('reading' in outcome ? outcome.reading.memo.told : outcome.reason));
}

const told = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ ok: true, data: callOf(first + at).data }));

describe('fault 30: overrides unsupported: Multicall3', () => {
  it('a node that knows overrides is asked once, with the plain question beside the code that packs its answer', async () => {
    node = { overrides: 'knows' };
    expect(await read(() => asking(0, 3))).toEqual([told(0, 3)]);
    expect(asked()).toEqual(['3 packed']);
    expect(server.requests[0]?.params.slice(1)).toEqual(['latest', { [MULTICALL3]: { code: PACKER } }]);
    expect(plain).toEqual(new Set());
  });

  it('a node that ignores them is asked once', async () => {
    node = { overrides: 'ignores' };
    expect(await read(() => asking(0, 3, 2))).toEqual([told(0, 3)]);
    expect(asked()).toEqual(['3 packed', '3 packed']);
    expect(plain).toEqual(new Set());
  });

  it.each([-32602, -32600, -32000, -32603])(
    'a node that refuses them with %i is asked twice the first time and once from then on',
    async (code) => {
      node = { overrides: 'refuses', code };
      expect(await read(() => asking(0, 3, 2))).toEqual([told(0, 3)]);
      expect(asked()).toEqual(['3 packed', '3', '3']);
      expect(plain).toEqual(new Set([new URL(server.url).host]));
      expect(await read(() => asking(0, 3))).toEqual([told(0, 3)]);
      expect(asked()).toEqual(['3']);
    },
  );

  it('what is too much for a node is not taken for a refusal: one request more, and halves as ever', async () => {
    node = { overrides: 'knows', limit: 4 };
    const readers = [0, 3, 6].map((first) => () => asking(first, 3));
    expect(await read(...readers)).toEqual([told(0, 3), told(3, 3), told(6, 3)]);
    expect(asked()).toEqual(['9 packed', '9', '6', '3', '3', '3']);
    expect(plain).toEqual(new Set());
  });

  it('nor where a packed answer came before', async () => {
    node = { overrides: 'knows', limit: 4 };
    function* growing(): Reader {
      yield [callOf(0)];
      return yield* asking(0, 5);
    }
    const small = () => asking(20, 1, 2);
    expect(await read(growing, small)).toEqual([
      'It could not be read: the node refused: out of gas.',
      told(20, 1),
    ]);
    expect(asked()).toEqual(['2 packed', '6 packed', '5 packed', '1 packed']);
  });

  it('a node that refuses them and for which it is too much besides is asked in halves, and remembered by the next', async () => {
    node = { overrides: 'refuses', limit: 4 };
    const readers = [0, 3].map((first) => () => asking(first, 3));
    expect(await read(...readers)).toEqual([told(0, 3), told(3, 3)]);
    expect(asked()).toEqual(['6 packed', '6', '3', '3']);
    expect(await read(() => asking(0, 3))).toEqual([told(0, 3)]);
    expect(asked()).toEqual(['3 packed', '3']);
    expect(plain.size).toBe(1);
  });
});
