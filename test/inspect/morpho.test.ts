import { parseUnits } from 'viem';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { morphoBlue } from '../../src/protocols/morphoBlue';
import { marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho } from '../localnet/morpho';
import { type Localnet, startLocalnet } from '../localnet/start';
import { borrowerOf } from '../morphoBlue/books';
import { type RpcServer, startRpcServer } from '../support/rpcServer';
import { inspected, positionIn } from './run';

const owner = borrowerOf(0xa200);
let chain: Localnet;
let rpc: RpcServer;
let refuses = false;

/** The local chain behind an RPC that may refuse to search for events. */
beforeAll(async () => {
  chain = await startLocalnet();
  const morpho = createMorpho(chain.client);
  for (const market of ['WETH/USDC', 'wstETH/USDC'] as const) {
    await morpho.supplyCollateral(market, owner, parseUnits('10', 18));
    await morpho.borrow(market, owner, parseUnits('10000', 6));
  }
  rpc = await startRpcServer(async (request, response) => {
    const refused = refuses && request.method === 'eth_getLogs';
    const reply = refused
      ? { jsonrpc: '2.0', id: request.id, error: { code: -32601, message: 'no such method' } }
      : await fetch(chain.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request),
        }).then((answer) => answer.json());
    response.end(JSON.stringify(reply));
  });
});
afterAll(async () => {
  await rpc.stop();
  await chain.stop();
});

const read = () => inspected([owner, '--rpc', `1=${rpc.url}`], [morphoBlue]);

it('finds a loan in a market that nobody told of, by its event', async () => {
  const report = await read();
  expect(report.errors).toEqual([]);
  expect(positionIn(report, marketId('WETH/USDC'))).toMatchObject({ agrees: true, liquidatable: false });
  const methods = new Set(rpc.requests.map(({ method }) => method));
  expect(methods).toEqual(new Set(['eth_chainId', 'eth_blockNumber', 'eth_getLogs', 'eth_call']));
});

it('says that it could not search, and shows what it knows', async () => {
  refuses = true;
  const report = await read();
  refuses = false;
  expect(report.positions.map(({ market }) => market)).toEqual([marketId('wstETH/USDC')]);
  expect(report.errors).toMatchObject([
    {
      ...{ chainId: 1, protocol: 'morphoBlue' },
      message: expect.stringMatching(
        /^Not every loan could be searched for\. .*it refuses to search for events/,
      ),
    },
  ]);
});
