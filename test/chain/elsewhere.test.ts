import { encodeFunctionResult, multicall3Abi, numberToHex, parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { chains } from '../../src/chain/chains';
import { readChain } from '../../src/chain/client';
import { MULTICALL3 } from '../../src/chain/multicall';
import { probe } from '../../src/chain/probe';
import { aaveV3 } from '../../src/protocols/aaveV3';
import { readPurse } from '../../src/protocols/purse';
import { borrowerOf } from '../aaveV3/portfolio';
import { type Localnet, startLocalnet } from '../localnet/start';
import { type RpcServer, startRpcServer } from '../support/rpcServer';

const [core] = aaveV3.markets;
const owner = borrowerOf(0xd00);
const moved = chains.flatMap(({ name, multicall }) => (multicall ? [[name, multicall] as const] : []));

let net: Localnet;
let rpc: RpcServer;
let before: Awaited<ReturnType<Localnet['snapshot']>>;
beforeAll(async () => {
  net = await startLocalnet();
  await net.supply('Core', owner, 'WETH', parseUnits('10', 18));
  await net.borrow('Core', owner, 'USDC', parseUnits('17000', 6));
  await net.client.setBalance({ address: owner, value: 7n });
  rpc = await startRpcServer(async (request, response) => {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(net.url, { method: 'POST', headers, body: JSON.stringify(request) });
    response.end(await reply.text());
  });
});
afterAll(async () => {
  await rpc.stop();
  await net.stop();
});

beforeEach(async () => {
  before = await net.snapshot();
});
afterEach(() => net.revert(before));

it.each(moved)('a chain that has Multicall3 elsewhere is read, as %s', async (_, multicall) => {
  const bytecode = await net.client.getCode({ address: MULTICALL3 });
  await net.client.setCode({ address: multicall, bytecode: bytecode! });
  await net.client.setCode({ address: MULTICALL3, bytecode: '0x' });

  const chain = { id: 1, name: 'Ethereum', rpcs: [rpc.url], multicall };
  const { outcomes } = await readChain(chain, () => [aaveV3.read(core!, owner, null)]);
  const [position] = outcomes.flatMap((each) => ('reading' in each ? each.reading.positions : []));
  expect(position).toMatchObject({ owner, agrees: true });
  const purse = await readChain(chain, () => [readPurse(position!)]);
  expect(purse.outcomes).toMatchObject([{ reading: { native: '7' } }]);

  // Never with another code in its place: that of another machine cannot be replaced by ours.
  expect(rpc.requests.map(({ params }) => params.length)).not.toContain(3);
});

it('an endpoint of such a chain is tried there', async () => {
  const [zkSync, multicall] = moved.find(([name]) => name === 'zkSync')!;
  const { id } = chains.find(({ name }) => name === zkSync)!;
  const block = await net.client.getBlock();
  // A node that says, where it is asked there, that it serves zkSync.
  const said = [BigInt(id), block.number, block.timestamp].map((value) => ({
    success: true,
    returnData: numberToHex(value, { size: 32 }),
  }));
  const round = encodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', result: said });
  const node = await startRpcServer(({ id: request, method, params }, response) => {
    const isThere = (params[0] as { to: string } | undefined)?.to === multicall;
    const result = method === 'eth_chainId' ? numberToHex(id) : isThere ? round : '0x';
    response.end(JSON.stringify({ jsonrpc: '2.0', id: request, result }));
  });
  const answer = await probe(node.url, false);
  await node.stop();
  expect(answer).toEqual({ ms: expect.any(Number), chainId: id, timestamp: Number(block.timestamp) });
});

it('others are asked with the code that packs', async () => {
  await readChain({ id: 1, name: 'Ethereum', rpcs: [rpc.url] }, () => [aaveV3.read(core!, owner, null)]);
  expect(rpc.requests.at(-1)?.params).toHaveLength(3);
});
