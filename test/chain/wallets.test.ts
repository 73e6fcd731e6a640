import type { Address } from 'viem';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readChain } from '../../src/chain/client';
import { MULTICALL3 } from '../../src/chain/multicall';
import { PACKER } from '../../src/chain/packer';
import type { Memo } from '../../src/model/reader';
import { aaveV3 } from '../../src/protocols/aaveV3';
import { protocols } from '../../src/protocols/registry';
import { borrowerOf } from '../aaveV3/portfolio';
import { trafficOf } from '../bench/wire';
import { type Localnet, startLocalnet } from '../localnet/start';
import { REPLY_LIMIT } from '../support/askRound';
import { loans } from '../support/openEverywhere';

const [core] = aaveV3.markets;
const wallets = Array.from({ length: 40 }, (_, at) => borrowerOf(0xb000 + at));

let net: Localnet;
let memos: (Memo | null)[];
beforeAll(async () => {
  net = await startLocalnet();
  for (const wallet of wallets) await loans.aaveV3?.(net, wallet);
  memos = wallets.map(() => null);
});
afterAll(() => net.stop());

async function refresh() {
  const chain = { id: 1, name: 'Ethereum', rpcs: [net.url] };
  const readers = () => wallets.map((wallet, at) => aaveV3.read(core!, wallet, memos[at] ?? null));
  const { outcomes } = await readChain(chain, readers);
  const readings = outcomes.flatMap((outcome) => ('reading' in outcome ? [outcome.reading] : []));
  memos = readings.map(({ memo }) => memo);
  return readings.map(({ positions }) => positions.map(({ owner, agrees }) => ({ owner, agrees })));
}

it('40 wallets of one chain, each with its loan, cost two requests cold and one warm, and little of it comes back', async () => {
  const found = wallets.map((owner) => [{ owner, agrees: true }]);
  const cold = await trafficOf(async () => expect(await refresh()).toEqual(found));
  const warm = await trafficOf(async () => expect(await refresh()).toEqual(found));
  expect([cold.requests, warm.requests]).toEqual([2, 1]);
  expect(warm.down / wallets.length).toBeLessThan(2_000);
});

it.each(Object.keys(loans))(
  'a wallet with a loan in %s has less than 2 kB for all markets of Ethereum',
  async (id) => {
    const owner = borrowerOf(0xc000 + Object.keys(loans).indexOf(id));
    await loans[id]?.(net, owner);
    const markets = protocols.flatMap(({ markets: all, read }) =>
      all.filter(({ chainId }) => chainId === 1).map((market) => ({ market, read })),
    );
    let known: (Memo | null)[] = [];
    let found: readonly string[] = [];
    const read = async () => {
      const readers = () =>
        markets.map(({ market, read: start }, at) => start(market, owner, known[at] ?? null));
      const { outcomes } = await readChain({ id: 1, name: 'Ethereum', rpcs: [net.url] }, readers);
      known = outcomes.map((outcome) => ('reading' in outcome ? outcome.reading.memo : null));
      found = outcomes.flatMap((outcome) =>
        'reading' in outcome ? outcome.reading.positions.map(({ market }) => market.protocol) : [],
      );
    };
    await read();
    const { requests, down } = await trafficOf(read);
    expect([found, requests]).toEqual([[id], 1]);
    expect(down).toBeLessThan(REPLY_LIMIT);
  },
);

it('a request of almost 90 kB takes less than 8 million gas, and less than of Multicall3 itself', async () => {
  const asked: string[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    asked.push(String(init?.body));
    return fetch(input, init);
  };
  const others = aaveV3.markets.filter(({ chainId }) => chainId === 1);
  const readers = wallets.flatMap((wallet) => others.map((market) => aaveV3.read(market, wallet, null)));
  await readChain({ id: 1, name: 'Ethereum', rpcs: [net.url] }, () => readers).finally(() => {
    globalThis.fetch = fetch;
  });
  const calls = asked.map(
    (body) => (JSON.parse(body) as { params: [{ data: `0x${string}` }] }).params[0].data,
  );
  const [data = '0x'] = calls.toSorted((a, b) => b.length - a.length);
  expect(data.length / 2).toBeGreaterThan(80_000);
  expect(data.length / 2).toBeLessThan(90_500);
  const packer = [{ address: MULTICALL3 as Address, code: PACKER }];
  const packed = await net.client.estimateGas({ to: MULTICALL3, data, stateOverride: packer });
  expect(packed).toBeLessThan(8_000_000n);
  expect(packed).toBeLessThan(await net.client.estimateGas({ to: MULTICALL3, data }));
});
