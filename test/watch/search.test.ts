import { parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Hex } from '../../src/model/reader';
import { searchItem, snapshotItem } from '../../src/platform/storage';
import { look } from '../../src/watch/look';
import { refresh } from '../../src/watch/refresh';
import { searchFurther } from '../../src/watch/search';
import { MORPHO, marketId } from '../localnet/deploy/morphoMarkets';
import { createMorpho } from '../localnet/morpho';
import { type Localnet, startLocalnet } from '../localnet/start';
import { borrowerOf } from '../morphoBlue/books';
import { leadRpcsTo, type Rpcs } from '../support/rpcs';

const owner = borrowerOf(0xa100);
const nobody = borrowerOf(0xa101);
const NAME = 'Morpho WETH/USDC 86%';
let localnet: Localnet;
let rpcs: Rpcs;

beforeAll(async () => {
  localnet = await startLocalnet();
  const morpho = createMorpho(localnet.client);
  await morpho.supplyCollateral('WETH/USDC', owner, parseUnits('10', 18));
  await morpho.borrow('WETH/USDC', owner, parseUnits('20000', 6));
});
afterAll(() => localnet.stop());

beforeEach(() => {
  fakeBrowser.reset();
  rpcs = leadRpcsTo(localnet.url);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const later = (milliseconds: number) => vi.spyOn(Date, 'now').mockReturnValue(Date.now() + milliseconds);
const methods = () => rpcs.requests.filter(({ chainId }) => chainId === 1).map(({ method }) => method);
const names = async (account = owner) =>
  (await snapshotItem(1, account).getValue())?.figures?.positions.map(({ market }) => market.name);
const state = async (account = owner) => (await searchItem(1, account).getValue())[MORPHO];
const search = ['eth_chainId', 'eth_blockNumber', 'eth_getLogs'];

describe('a loan in a market that nobody told of', () => {
  it('is found by its event, read at once, and from then on in one eth_call', async () => {
    await refresh(1, [owner]);
    expect(await names()).toEqual([]);
    rpcs.reset();
    await searchFurther(1, [owner]);
    expect(methods()).toEqual([...search, 'eth_call', 'eth_call']);
    expect(await names()).toEqual([NAME]);
    rpcs.reset();
    await refresh(1, [owner]);
    await searchFurther(1, [owner]);
    expect(methods()).toEqual(['eth_call']);
    expect(await names()).toEqual([NAME]);
  });

  it('is not looked for again until minutes have passed, and then in the new blocks alone', async () => {
    await searchFurther(1, [owner]);
    const before = await state();
    await localnet.mine();
    later(299_000);
    rpcs.reset();
    await searchFurther(1, [owner]);
    expect(methods()).toEqual([]);
    later(2_000);
    const ranges: unknown[] = [];
    rpcs.answer('eth_getLogs', (params) => void ranges.push(params));
    await searchFurther(1, [owner]);
    const head = await localnet.client.getBlockNumber();
    const newBlocks = { fromBlock: hex(BigInt(before!.searched!.to) + 1n), toBlock: hex(head) };
    expect(ranges).toMatchObject([[newBlocks]]);
  });
});

const hex = (value: bigint): Hex => `0x${value.toString(16)}`;

describe('a search', () => {
  it('of many wallets takes one at a time, the one that has waited longest', async () => {
    await searchFurther(1, [nobody, owner]);
    expect([await state(nobody), await state()]).toMatchObject([{ failure: null }, undefined]);
    await searchFurther(1, [nobody, owner]);
    expect(await names()).toEqual([NAME]);
    const [first, second] = [await state(nobody), await state()];
    later(300_000);
    await searchFurther(1, [owner, nobody]);
    expect((await state(nobody))!.at).toBeGreaterThan(first!.at);
    expect((await state())!.at).toBe(second!.at);
  });

  it('is not made twice for two who ask at the same time', async () => {
    await Promise.all([searchFurther(1, [nobody]), searchFurther(1, [nobody])]);
    expect(methods()).toEqual(search);
  });

  it('that an RPC answers only in small ranges goes on after a while, where it was', async () => {
    const head = await localnet.client.getBlockNumber();
    rpcs.answer('eth_getLogs', (params) => {
      const [{ fromBlock, toBlock }] = params as [{ fromBlock: Hex; toBlock: Hex }];
      const isLarge = BigInt(toBlock) - BigInt(fromBlock) >= 20n;
      return isLarge ? { error: { code: -32602, message: 'range exceeds limit of 20' } } : undefined;
    });
    await searchFurther(1, [owner]);
    const first = await state();
    expect(BigInt(first!.searched!.from)).toBeLessThan(head);
    expect(BigInt(first!.searched!.from)).toBeGreaterThan(head - 200n);
    expect(methods().filter((method) => method === 'eth_getLogs')).toHaveLength(20);
    expect(await names()).toEqual([NAME]);
    rpcs.reset();
    await searchFurther(1, [owner]);
    expect(methods()).toEqual([]);
    later(15_000);
    await searchFurther(1, [owner]);
    expect(BigInt((await state())!.searched!.from)).toBeLessThan(BigInt(first!.searched!.from) - 100n);
  });

  it('that is refused by all is noted, keeps what was found, and blanks no figure', async () => {
    await searchFurther(1, [owner]);
    const before = await state();
    await localnet.mine();
    rpcs.answer('eth_getLogs', () => ({ error: { code: -32601, message: 'no such method' } }));
    later(300_000);
    await searchFurther(1, [owner]);
    expect(await state()).toMatchObject({
      searched: before?.searched,
      failure: expect.stringContaining('it refuses to search for events'),
    });
    expect(await names()).toEqual([NAME]);
  });

  it('is not led astray by logs of others', async () => {
    const other = `0x${'11'.repeat(32)}`;
    const log = {
      ...{ address: MORPHO, topics: [other, other, other], blockNumber: '0x1' },
      ...{ data: '0x', transactionHash: other },
    };
    rpcs.answer('eth_getLogs', () => ({ result: [log] }));
    await searchFurther(1, [nobody]);
    expect(await state(nobody)).toMatchObject({
      searched: null,
      failure: expect.stringContaining('was not asked for'),
    });
  });

  it('begins anew where its progress is corrupt (fault 52)', async () => {
    await searchItem(1, owner).setValue({
      [MORPHO]: { searched: { ids: 'x' }, at: 0, failure: null },
    } as never);
    await refresh(1, [owner]);
    expect((await snapshotItem(1, owner).getValue())?.failure).toBeNull();
  });

  it('of a worker that was killed within it is made again (fault 57)', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    void searchFurther(10, [owner]); // never ends, and takes no other chain with it
    expect((await searchItem(10, owner).getValue())[MORPHO]).toBeUndefined();
    vi.resetModules();
    rpcs = leadRpcsTo(localnet.url);
    const { searchFurther: again } = await import('../../src/watch/search');
    await again(10, [owner]);
    expect(Object.values(await searchItem(10, owner).getValue())).toMatchObject([{ failure: null }]);
  });
});

describe('on Morpho’s own site', () => {
  afterEach(() => rpcs.quiet());

  const sighting = (account: `0x${string}`, market: Hex | null = null) => ({
    ...{ host: 'app.morpho.org', unread: null, searched: 'morphoBlue' as const, market },
    accounts: [{ address: account, chainId: 1, how: 'connected' as const }],
  });

  it('the market of the page is read at once, before any search is over', async () => {
    rpcs.answer('eth_getLogs', () => ({ error: { code: -32601, message: 'no such method' } }));
    const card = await look(sighting(owner, marketId('WETH/USDC')));
    expect(card).toMatchObject({ word: 'Watch', positions: [{ title: `${NAME} · Ethereum` }] });
    expect(card.reason).toBe(
      'The search for loans in Morpho Blue on Ethereum is at 0%: older ones are not shown yet.',
    );
  });

  it('the market of the next page is read without waiting for a block, once', async () => {
    rpcs.answer('eth_getLogs', () => ({ error: { code: -32601, message: 'no such method' } }));
    expect(await look(sighting(owner))).toMatchObject({ level: 'unknown', positions: [] });
    await rpcs.quiet();
    const card = await look(sighting(owner, marketId('WETH/USDC')));
    expect(card.positions.map(({ title }) => title)).toEqual([`${NAME} · Ethereum`]);
    await rpcs.quiet();
    rpcs.reset();
    later(1_500);
    await look(sighting(owner, marketId('WETH/USDC')));
    expect(methods()).toEqual(['eth_blockNumber']);
  });

  it('no loan is not passed off for calm while the search goes on or fails', async () => {
    rpcs.answer('eth_getLogs', () => ({ error: { code: -32601, message: 'no such method' } }));
    expect(await look(sighting(nobody))).toMatchObject({
      ...{ level: 'unknown', healthFactor: '?' },
      reason: expect.stringContaining('is at 0%'),
    });
    await vi.waitFor(async () => expect(await state(nobody)).toBeDefined());
    expect(await look(sighting(nobody))).toMatchObject({
      level: 'unknown',
      reason: 'Loans in Morpho Blue on Ethereum cannot be searched for now: some may not be shown.',
    });
  });

  it('it is once the search is over', async () => {
    await look(sighting(nobody));
    await vi.waitFor(async () => expect(await state(nobody)).toBeDefined());
    expect(await look(sighting(nobody))).toMatchObject({ level: 'safe', healthFactor: 'no debt' });
  });

  it('a market that the owner is not in shows nothing, and is forgotten when the page is left', async () => {
    await refresh(1, [nobody], marketId('WETH/USDC'));
    expect(await names(nobody)).toEqual([]);
    rpcs.reset();
    await refresh(1, [nobody]);
    const [asked] = rpcs.requests;
    await refresh(1, [nobody], marketId('WETH/USDC'));
    expect(rpcs.requests[1]!.bytes).toBeGreaterThan(asked!.bytes);
    await refresh(1, [nobody]);
    expect(rpcs.requests[2]!.bytes).toBe(asked!.bytes);
  });
});
