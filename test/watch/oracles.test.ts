import { getAddress, parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { memoItem, snapshotItem } from '../../src/platform/storage';
import { cardNow } from '../../src/watch/look';
import { refresh } from '../../src/watch/refresh';
import { borrowerOf } from '../aaveV3/portfolio';
import { TOKENS } from '../localnet/production';
import { speak } from '../localnet/speakingFeed';
import { type Localnet, startLocalnet } from '../localnet/start';
import { leadRpcsTo, type Rpcs } from '../support/rpcs';

const borrower = borrowerOf(1);
const WETH = TOKENS.WETH.feed;
const USDC = TOKENS.USDC.feed;
/** Chainlink's feed behind the capped one. */
const BEHIND = getAddress('0xfeed000000000000000000000000000000000099');
const DAY = 86_400;
let localnet: Localnet;
let rpcs: Rpcs;
let minedAt: number;

beforeAll(async () => {
  localnet = await startLocalnet();
  await localnet.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await localnet.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
  minedAt = Number((await localnet.client.getBlock()).timestamp);
  const updatedAt = BigInt(minedAt - 720);
  await speak(localnet.client, WETH, { description: 'ETH / USD', latestTimestamp: updatedAt });
  const capped = { description: 'Capped USDC / USD', isCapped: true, ASSET_TO_USD_AGGREGATOR: BEHIND };
  await speak(localnet.client, USDC, capped);
  await speak(localnet.client, BEHIND, {
    description: 'USDC / USD',
    latestRoundData: [1n, 1n, 0n, BigInt(minedAt - 2 * DAY), 1n],
  });
});
afterAll(() => localnet.stop());

beforeEach(() => {
  fakeBrowser.reset();
  rpcs = leadRpcsTo(localnet.url);
});
afterEach(() => vi.unstubAllGlobals());

const figures = async () => (await snapshotItem(1, borrower).getValue())?.figures;
const asked = () => rpcs.requests.filter(({ chainId }) => chainId === 1);
async function readings(count: number): Promise<void> {
  for (let index = 0; index < count; index++) await refresh(1, [borrower]);
}

describe('the feeds of a position', () => {
  it('are told with the reading after the first, a layer each time', async () => {
    await readings(1);
    expect((await figures())?.oracles).toEqual({});
    await readings(1);
    const weth = { description: 'ETH / USD', updatedAt: minedAt - 720, capped: null };
    expect((await figures())?.oracles).toMatchObject({ [WETH]: weth });
    expect((await figures())?.oracles).not.toHaveProperty(USDC);
    await readings(1);
    const usdc = { description: 'Capped USDC / USD', updatedAt: minedAt - 2 * DAY, capped: true };
    expect((await figures())?.oracles).toMatchObject({ [WETH]: weth, [USDC]: usdc });
  });

  it('cost no request: two when nothing is known, and one ever after', async () => {
    await readings(1);
    expect(asked()).toHaveLength(2);
    rpcs.reset();
    await readings(4);
    expect(asked().map(({ method }) => method)).toEqual(Array(4).fill('eth_call'));
  });

  it('cost, once they are known, no more than their times', async () => {
    await readings(4);
    rpcs.reset();
    await readings(1);
    const withFeeds = asked()[0]!.bytes;
    const memos = await memoItem(1, borrower).getValue();
    await memoItem(1, borrower).setValue({ ...memos, oracles: {} });
    rpcs.reset();
    await readings(1);
    // Three questions of six words each: WETH's time, USDC's cap, and the round behind it.
    expect(withFeeds - asked()[0]!.bytes).toBe(3 * 6 * 64);
  });

  it('stand on the card in words', async () => {
    await readings(3);
    const [position] = (await cardNow(borrower, null)).positions;
    const [eth, usdc] = ['ETH', 'USDC'].map((name) => position?.triggers.find(({ asset }) => asset === name));
    expect(eth).toMatchObject({
      source: expect.stringMatching(/^ETH \/ USD, updated 12 min ago/),
      labels: [],
    });
    expect(usdc?.labels).toEqual([
      'capped price: without its cap it would be higher',
      'old price: not updated for 48 h',
    ]);
  });

  it.each([
    ['eats all gas', '0xfe'],
    ['is gone', '0x'],
  ] as const)('that is new and %s takes no figure with it', async (_, bytecode) => {
    await readings(2);
    const before = await localnet.snapshot();
    await localnet.client.setCode({ address: BEHIND, bytecode });
    await readings(1);
    rpcs.reset();
    await readings(1);
    expect(asked()).toHaveLength(1);
    await localnet.revert(before);
    expect((await figures())?.errors).toEqual([]);
    expect((await figures())?.positions[0]).toMatchObject({ agrees: true });
    expect((await figures())?.oracles?.[USDC]).toMatchObject({ updatedAt: null, capped: true });
  });
});
