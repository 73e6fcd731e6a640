import { afterEach, describe, expect, it } from 'vitest';
import { type RpcRequest, type RpcServer, startRpcServer } from '../../test/support/rpcServer';
import type { Discovery, Searched } from '../model/logs';
import type { Chain } from './chains';
import { searchLogs } from './search';

const CONTRACT = `0x${'c'.repeat(40)}` as const;
const EVENT = `0x${'e'.repeat(64)}` as const;
const OTHER = `0x${'d'.repeat(64)}` as const;

const servers: RpcServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

type Answer = { readonly result: unknown } | { readonly error: unknown } | 'breaks off';

/** A node at block 100 that answers eth_getLogs as told, each time the next, the last for ever. */
async function node(answers: readonly Answer[], chainId = '0x1'): Promise<RpcServer> {
  const left = [...answers];
  const logs = () => (left.length > 1 ? left.shift() : left[0]);
  const answer = ({ method }: RpcRequest): Answer | undefined => {
    if (method === 'eth_chainId') return { result: chainId };
    return method === 'eth_blockNumber' ? { result: '0x64' } : logs();
  };
  const server = await startRpcServer((request, response) => {
    const said = answer(request);
    if (said === 'breaks off') return void response.end('{"jsonrpc":');
    response.end(JSON.stringify({ jsonrpc: '2.0', id: request.id, ...said }));
  });
  servers.push(server);
  return server;
}

const chainOf = (...from: RpcServer[]): Chain => ({
  id: 1,
  name: 'Ethereum',
  rpcs: from.map(({ url }) => url),
});
const none: Answer = { result: [] };
const refusal: Answer = { error: { code: -32602, message: 'range exceeds limit' } };
const logOf = (topic: string): Answer => ({
  result: [{ address: CONTRACT, topics: [topic], blockNumber: '0x1', data: '0x', transactionHash: EVENT }],
});

/** Asks for blocks 0 to 9 so many times, and counts what was answered and what was found. */
function* counting(head: bigint, times: number): Discovery {
  let [answered, found] = [0, 0];
  const searched = (): Searched => ({
    ...{ from: '0', to: `${head}`, first: `${answered}`, range: `${found}`, ids: [], authorized: [] },
  });
  for (let asked = 0; asked < times; asked++) {
    const filter = { address: CONTRACT, topics: [EVENT], fromBlock: 0n, toBlock: 9n };
    const logs = yield { filter, searched: searched() };
    if (logs) answered++;
    found += logs?.length ?? 0;
  }
  return searched();
}

const search = async (chain: Chain, times = 3) => {
  const { to, first, range } = await searchLogs(chain, (head) => counting(head, times));
  return { head: to, answered: Number(first), found: Number(range) };
};
const methods = ({ requests }: RpcServer) =>
  requests.map(({ method }) => method.replace('eth_', '')).join(' ');

it('asks for the chain, the newest block and then each filter, of one RPC alone', async () => {
  const [first, second] = [await node([none, logOf(EVENT)]), await node([none])];
  expect(await search(chainOf(first, second))).toEqual({ head: '100', answered: 3, found: 2 });
  expect(methods(first)).toBe('chainId blockNumber getLogs getLogs getLogs');
  expect(first.requests[2]?.params).toEqual([
    { address: CONTRACT, topics: [EVENT], fromBlock: '0x0', toBlock: '0x9' },
  ]);
  expect(methods(second)).toBe('');
});

it('makes no request for logs where nothing is left to search', async () => {
  const only = await node([none]);
  expect(await search(chainOf(only), 0)).toEqual({ head: '100', answered: 0, found: 0 });
  expect(methods(only)).toBe('chainId blockNumber');
});

describe('asks the next RPC where the first', () => {
  it.each([
    ['serves another chain', [none], '0xa'],
    ['refuses every search', [refusal], '0x1'],
    ['sends logs of others', [logOf(OTHER)], '0x1'],
    ['breaks off', ['breaks off'], '0x1'],
    ['sends no list', [{ result: '0x' }], '0x1'],
  ] as const)('%s', async (_, answers, chainId) => {
    const [bad, good] = [await node(answers, chainId), await node([logOf(EVENT)])];
    expect(await search(chainOf(bad, good))).toEqual({ head: '100', answered: 3, found: 3 });
  });
});

it('goes on after a refusal', async () => {
  expect(await search(chainOf(await node([refusal, none])))).toMatchObject({ answered: 2 });
});

it.each([
  ['breaks off', 'breaks off' as const],
  ['lies', logOf(OTHER)],
])('keeps what was searched before an RPC %s', async (_, fault) => {
  const [failing, second] = [await node([logOf(EVENT), fault]), await node([none])];
  expect(await search(chainOf(failing, second))).toEqual({ head: '100', answered: 1, found: 1 });
  expect(methods(second)).toBe('');
});

it('says why where no RPC answers', async () => {
  const chain = chainOf(await node([refusal]), await node(['breaks off']));
  await expect(search(chain)).rejects.toThrow(
    /No usable answer from Ethereum\. .*: it refuses to search for events\. .*: the answer is broken off\./,
  );
});
