import { parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { historyItem, rpcHealthItem, snapshotItem } from '../../src/platform/storage';
import { refresh } from '../../src/watch/refresh';
import { watch } from '../../src/watch/wallets';
import { borrowerOf } from '../aaveV3/portfolio';
import { type Front, startFront } from '../localnet/front';
import { type Localnet, startLocalnet } from '../localnet/start';
import { ethereumHosts } from '../support/rpcHosts';
import { leadRpcsTo } from '../support/rpcs';

/** The shipped RPCs' names lead to one server under two names of this machine, and the chain behind it is real. */
const [FIRST, SECOND] = ['127.0.0.1', 'localhost'];
const [first] = ethereumHosts;
const OWNER = borrowerOf(1);

let net: Localnet;
let front: Front;
let opened: `0x${string}`;

beforeAll(async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0'); // the front's certificate is its own
  // A while ago, because a block from the future is not believed.
  net = await startLocalnet({ timestamp: Math.floor(Date.now() / 1000) - 300 });
  await net.supply('Core', OWNER, 'WETH', parseUnits('10', 18));
  await net.borrow('Core', OWNER, 'USDC', parseUnits('17000', 6));
  front = await startFront({ upstream: net.url, hosts: [FIRST!, SECOND!] });
});
afterAll(async () => {
  await front.stop();
  await net.stop();
  vi.unstubAllEnvs();
});
beforeEach(async () => {
  fakeBrowser.reset();
  leadRpcsTo((host) => `https://${host === first ? FIRST : SECOND}:${front.port}/`);
  opened = await net.snapshot();
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const host of [FIRST!, SECOND!]) front.fault(host, null);
  await net.revert(opened);
});

/** How often each of the two was asked for one more reading. */
async function asked(): Promise<[number, number]> {
  front.reset();
  await refresh(1, [OWNER]);
  return [front.count({ host: FIRST! }), front.count({ host: SECOND! })];
}
const stored = () => snapshotItem(1, OWNER).getValue();
const health = async (host: string) => (await rpcHealthItem(1).getValue()).find((each) => each.host === host);
const later = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });

describe('of two RPCs', () => {
  it('the first alone is asked while nothing is wrong, and its answer is timed', async () => {
    expect(await asked()).toEqual([2, 0]);
    expect(await asked()).toEqual([1, 0]);
    expect(await health(first!)).toMatchObject({ state: 'healthy', latency: expect.any(Number) });
  });

  it('one that has had too many requests is left alone as long as it asks for, also by a worker that was killed (fault 4)', async () => {
    front.fault(FIRST!, 'status429');
    expect(await asked()).toEqual([1, 2]);
    front.fault(FIRST!, null);
    vi.resetModules(); // nothing that the worker had in memory is left
    const anew = await import('../../src/watch/refresh');
    front.reset();
    await anew.refresh(1, [OWNER]);
    expect(front.count({ host: FIRST! })).toBe(0);
    later(61);
    expect(await asked()).toEqual([1, 0]);
  });

  it('one that serves another chain is quarantined (fault 16)', async () => {
    front.fault(FIRST!, 'wrongChain');
    expect(await asked()).toEqual([1, 2]);
    expect(await health(first!)).toMatchObject({
      state: 'quarantined',
      reason: expect.stringContaining('1337'),
    });
    front.fault(FIRST!, null);
    expect(await asked()).toEqual([0, 1]);
    front.fault(SECOND!, 'down');
    expect(await asked()).toEqual([0, 1]);
    expect((await stored())?.failure?.reason).toMatch(
      /serves chain 1337, not Ethereum, and is left alone for/,
    );
  });

  it('one that lets nobody in is marked, and named to the user where the other fails too (fault 6)', async () => {
    front.fault(FIRST!, 'status403');
    expect(await asked()).toEqual([1, 2]);
    expect(await health(first!)).toMatchObject({ state: 'barred', reason: 'it does not let us in' });
    front.fault(SECOND!, 'down');
    await asked();
    expect((await stored())?.failure?.reason).toContain(`${first}: it does not let us in.`);
  });

  it('one that fails is asked after the other for a while', async () => {
    front.fault(FIRST!, 'html');
    expect(await asked()).toEqual([1, 2]);
    expect(await asked()).toEqual([0, 1]);
    later(16);
    expect(await asked()).toEqual([1, 1]);
  });

  it('one that is in trouble is asked twice, then the other (fault 5)', async () => {
    front.fault(FIRST!, 'status500');
    expect(await asked()).toEqual([2, 2]);
    expect((await stored())?.figures?.positions).toHaveLength(1);
  });

  it('none is asked while the machine is offline, and none is blamed (fault 62)', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(await asked()).toEqual([0, 0]);
    expect((await stored())?.failure?.reason).toBe('This computer is offline.');
    expect(await rpcHealthItem(1).getValue()).toEqual([]);
  });
});

describe('a block', () => {
  it('that goes backwards is ignored, and the RPC that does it again is asked after the other (fault 18)', async () => {
    await net.advance(30);
    const before = await net.snapshot();
    await net.advance(60);
    await asked();
    const newest = await stored();
    await net.revert(before);
    expect(await asked()).toEqual([1, 0]);
    expect(await stored()).toEqual(newest);
    expect(await asked()).toEqual([1, 0]);
    expect(await health(first!)).toMatchObject({ state: 'behind' });
    expect(await asked()).toEqual([0, 1]);
    expect(await stored()).toEqual(newest);
  });

  it('that takes the place of another is believed, and what was told is not taken back (fault 21)', async () => {
    vi.spyOn(fakeBrowser.notifications, 'create').mockResolvedValue('shown' as never);
    await watch(OWNER);
    await asked();
    const fork = await net.snapshot();
    await net.advance(10);
    await net.setPrice('WETH', 2400_00000000n);
    await asked();
    const gone = await stored();
    expect((await historyItem.getValue()).map(({ level }) => level)).toEqual(['low']);
    await net.revert(fork);
    await net.advance(20); // fewer blocks, and later
    await asked();
    const { block } = (await stored())!.figures!;
    expect(Number(block.number)).toBeLessThan(Number(gone?.figures?.block.number));
    expect(block.timestamp).toBeGreaterThan(gone!.figures!.block.timestamp);
    expect((await historyItem.getValue()).map(({ level }) => level)).toEqual(['low']);
  });
});
