import { parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { rpcsItem, snapshotItem } from '../../src/platform/storage';
import { look } from '../../src/watch/look';
import { borrowerOf } from '../aaveV3/portfolio';
import { type Localnet, startLocalnet } from '../localnet/start';
import { NodeSocket } from '../support/nodeSocket';
import { leadRpcsTo, type Rpcs } from '../support/rpcs';

const borrower = borrowerOf(1);
const page = { unread: null, searched: null, host: 'app.aave.com' };
const accounts = [{ address: borrower, chainId: 1, how: 'connected' }] as const;

let net: Localnet;
let rpcs: Rpcs;

beforeAll(async () => {
  net = await startLocalnet();
  await net.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await net.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
  // One clock for all: what is remembered of the last look is of the module's.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
});
afterAll(async () => {
  vi.useRealTimers();
  await net.stop();
});
beforeEach(async () => {
  fakeBrowser.reset();
  vi.stubGlobal('WebSocket', NodeSocket);
  rpcs = leadRpcsTo(net.url);
  await rpcsItem.setValue({ 1: [net.url.replace('http:', 'ws:')] });
});
afterEach(() => vi.unstubAllGlobals());

/** One more look, so many milliseconds after the last: what Ethereum's RPCs were asked for it. */
async function lookAfter(milliseconds = 2_700, market: `0x${string}` | null = null): Promise<string[]> {
  vi.setSystemTime(Date.now() + milliseconds);
  await rpcs.quiet(); // the search of events that an earlier look began asks for the newest block too
  rpcs.reset();
  await look({ ...page, accounts, market });
  return rpcs.requests
    .filter(({ chainId, method }) => chainId === 1 && /eth_(call|blockNumber)/.test(method))
    .map(({ method }) => method);
}

/** Looks until the socket tells of blocks, and the newest is read. */
async function listening(): Promise<void> {
  const look = () => lookAfter(1_000);
  const lookAtNext = async () => {
    await net.mine();
    return await look();
  };
  await look();
  // Slower than the clock here goes, or the socket would count as silent on a busy machine.
  await expect.poll(lookAtNext, { interval: 200, timeout: 10_000 }).toEqual(['eth_call']);
  await expect.poll(look).toEqual([]);
}

/** Until what the socket told has come. */
const arrival = () => new Promise((done) => setTimeout(done, 100));

const read = async () => (await snapshotItem(1, borrower).getValue())?.figures?.block.number;

it('while the socket tells of blocks, none are asked for, and a new one is read', async () => {
  await listening();
  for (let blocks = 0; blocks < 3; blocks++) {
    await net.mine();
    await arrival();
    expect(await lookAfter()).toEqual(['eth_call']);
    expect(await read()).toBe(`${await net.client.getBlockNumber()}`);
    expect(await lookAfter()).toEqual([]);
  }
});

it('a page that is about one market leads to one reading of a block too', async () => {
  await listening();
  const market = `0x${'12'.repeat(32)}` as const;
  expect(await lookAfter(2_700, market)).toContain('eth_call');
  expect(await lookAfter(2_700, market)).toEqual([]);
});

it('looks within a second of another lead to nothing, whatever the socket tells', async () => {
  await listening();
  for (let blocks = 0; blocks < 5; blocks++) {
    await net.mine();
    await arrival();
    expect(await lookAfter(199)).toEqual([]);
  }
  expect(await lookAfter(5)).toEqual(['eth_call']);
});

it('where the endpoint has not the block yet, it is asked again at every look until it has', async () => {
  await listening();
  const [before, behind] = [await read(), await net.snapshot()];
  await net.advance(12);
  await arrival();
  // The one node stands for both: what the socket has told is taken back, as if the endpoint were still to hear of it.
  await net.revert(behind);
  expect(await lookAfter()).toEqual(['eth_call']);
  expect(await lookAfter()).toEqual(['eth_call']);
  expect(await read()).toBe(before);
  await net.advance(12);
  await arrival();
  expect(await lookAfter()).toEqual(['eth_call']);
  expect(await read()).toBe(`${Number(before) + 1}`);
  expect(await lookAfter()).toEqual([]);
});

it('when the socket falls silent for half a minute, blocks are asked for as ever', async () => {
  await listening();
  expect(await lookAfter(30_001)).toEqual(['eth_blockNumber']);
  await net.mine();
  expect(await lookAfter()).toEqual(['eth_blockNumber', 'eth_call']);
});
