import { parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { snapshotItem, verifyItem } from '../../src/platform/storage';
import { cardNow } from '../../src/watch/look';
import { refresh } from '../../src/watch/refresh';
import { watch } from '../../src/watch/wallets';
import { borrowerOf } from '../aaveV3/portfolio';
import { MARKETS } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { ethereumHosts } from '../support/rpcHosts';
import { leadRpcsTo, type Rpcs } from '../support/rpcs';

/** Two chains of the real contracts: the RPC that is asked first stands before the one, the second before the other. */
let one: Localnet;
let other: Localnet;
const [FIRST, SECOND] = ethereumHosts;
const OWNER = borrowerOf(1);
const CALM = borrowerOf(2);
const KEY = `1:${MARKETS.Core.pool}:${OWNER}`;

let rpcs: Rpcs;
let isSilent = false;
let titles: string[];
let opened: readonly `0x${string}`[];

beforeAll(async () => {
  const timestamp = Math.floor(Date.now() / 1000) - 7200;
  [one, other] = await Promise.all([startLocalnet({ timestamp }), startLocalnet({ timestamp })]);
  for (const chain of [one, other]) {
    await chain.supply('Core', OWNER, 'WETH', parseUnits('10', 18));
    await chain.borrow('Core', OWNER, 'USDC', parseUnits('17000', 6));
    await chain.supply('Core', CALM, 'WETH', parseUnits('10', 18));
    await chain.borrow('Core', CALM, 'USDC', parseUnits('1000', 6));
  }
});
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()]);
});

beforeEach(async () => {
  fakeBrowser.reset();
  isSilent = false;
  rpcs = leadRpcsTo((host) => (host === FIRST ? one.url : isSilent ? 'http://127.0.0.1:9' : other.url));
  opened = await Promise.all([one.snapshot(), other.snapshot()]);
  titles = [];
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation(((
    id: string,
    { title }: { title: string },
  ) => {
    titles.push(title);
    return Promise.resolve(id);
  }) as never);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await Promise.all([one.revert(opened[0]!), other.revert(opened[1]!)]);
});

/** Ether's price on the chain of the first RPC and on that of the second, a while later, and how often each was asked. */
async function readAt(first: number, second: number, owner = OWNER): Promise<[number, number]> {
  for (const [chain, price] of [
    [one, first],
    [other, second],
  ] as const) {
    await chain.advance(700);
    await chain.setPrice('WETH', BigInt(price) * 100_000_000n);
  }
  const { timestamp } = await other.client.getBlock();
  vi.useFakeTimers({ toFake: ['Date'], now: Number(timestamp) * 1000 + 10_000 });
  rpcs.reset();
  await refresh(1, [owner]);
  const count = (host?: string) => rpcs.requests.filter((each) => each.host === host).length;
  return [count(FIRST), count(SECOND)];
}

const figures = async (owner = OWNER) => (await snapshotItem(1, owner).getValue())!.figures!;
const cardOf = (owner = OWNER) => cardNow(owner, null);

describe('threat: lying RPC', () => {
  it('one request as long as nothing turns safer', async () => {
    await readAt(3020, 3020);
    expect(await readAt(3020, 3020)).toEqual([1, 0]);
    expect(await readAt(2400, 3020)).toEqual([1, 0]);
    expect(await readAt(2150, 3020)).toEqual([1, 0]);
  });

  it('good news is asked of a second RPC, and believed where both say it', async () => {
    await readAt(2150, 2150);
    expect(await readAt(3020, 3020)).toEqual([1, 1]);
    expect(await figures()).not.toHaveProperty('disputed');
    expect(await figures()).not.toHaveProperty('unconfirmed');
    expect(await cardOf()).toMatchObject({ level: 'watch', positions: [{ notes: [] }] });
    expect(await readAt(3020, 3020)).toEqual([1, 0]);
  });

  it('one liar is disputed, and the worse of the two stands (fault 20)', async () => {
    await watch(OWNER);
    await readAt(2150, 2150);
    expect(titles).toEqual(['Critical: Aave v3 Core · Ethereum']);
    for (let again = 0; again < 2; again++) {
      expect(await readAt(3020, 2150)).toEqual([1, 1]);
      expect((await figures()).disputed).toEqual({ rpc: SECOND, positions: [KEY] });
      const { healthFactor } = await other.accountData('Core', OWNER);
      expect((await figures()).positions[0]?.contract.healthFactor).toBe(`${healthFactor}`);
      const card = await cardOf();
      expect(card.level).toBe('critical');
      expect(card.positions[0]?.notes).toEqual(['Two RPCs disagree. This is the worse of the two.']);
    }
    expect(await readAt(3020, 3020)).toEqual([1, 1]);
    expect((await cardOf()).positions[0]).toMatchObject({ level: 'watch', notes: [] });
    expect(titles).toEqual([
      'Critical: Aave v3 Core · Ethereum',
      'Two endpoints disagree: Aave v3 Core · Ethereum',
    ]);
  });

  it('a loan that one liar says is paid back stays', async () => {
    await readAt(2150, 2150);
    await one.repay('Core', OWNER, 'USDC', 'all');
    await one.withdraw('Core', OWNER, 'WETH', 'all');
    await readAt(2150, 2150);
    expect((await figures()).disputed?.positions).toEqual([KEY]);
    expect((await cardOf()).positions).toMatchObject([{ key: KEY, level: 'critical' }]);
    await other.repay('Core', OWNER, 'USDC', 'all');
    await other.withdraw('Core', OWNER, 'WETH', 'all');
    await readAt(2150, 2150);
    expect((await figures()).positions).toEqual([]);
  });

  it('a market about which the second says nothing is not confirmed by it', async () => {
    await readAt(2150, 2150);
    await other.client.setCode({ address: MARKETS.Core.pool, bytecode: '0xfe' }); // INVALID
    expect((await readAt(3020, 3020))[0]).toBe(1);
    expect(await figures()).toHaveProperty('unconfirmed');
  });

  it('without the user’s wish for it one RPC is believed', async () => {
    await verifyItem.setValue(false);
    await readAt(2150, 2150);
    expect(await readAt(3020, 2150)).toEqual([1, 0]);
    expect((await cardOf()).level).toBe('watch');
  });
});

describe('threat: lying RPC, and no second one that answers', () => {
  it('the figure is shown as not confirmed, and nothing has recovered until it is', async () => {
    await watch(OWNER);
    await readAt(2400, 2400);
    isSilent = true;
    for (let again = 0; again < 2; again++) {
      expect(await readAt(3020, 3020)).toEqual([1, 1]);
      const card = await cardOf();
      expect(card.positions[0]).toMatchObject({ level: 'watch', notes: ['Not confirmed by a second RPC.'] });
    }
    await readAt(2400, 2400);
    expect(titles).toHaveLength(1);
    isSilent = false;
    await readAt(3020, 3020);
    expect((await cardOf()).positions[0]?.notes).toEqual([]);
    await readAt(2400, 2400);
    expect(titles).toHaveLength(2);
  });

  it('worse news is told all the same', async () => {
    await watch(OWNER);
    await readAt(2400, 2400);
    isSilent = true;
    await readAt(3020, 3020);
    await readAt(2150, 2150);
    expect(titles).toEqual(['Low: Aave v3 Core · Ethereum', 'Critical: Aave v3 Core · Ethereum']);
  });

  it('a position that is gone is unknown, and stays so until a second RPC says it too', async () => {
    await watch(OWNER);
    await readAt(2150, 2150);
    isSilent = true;
    for (const chain of [one, other]) {
      await chain.repay('Core', OWNER, 'USDC', 'all');
      await chain.withdraw('Core', OWNER, 'WETH', 'all');
    }
    for (let again = 0; again < 2; again++) {
      await readAt(2150, 2150);
      const card = await cardOf();
      expect(card).toMatchObject({ level: 'unknown', positions: [{ key: KEY, level: 'unknown' }] });
      expect(card.reason).toBe('One RPC says that it is gone. No second RPC has confirmed it.');
    }
    isSilent = false;
    await readAt(2150, 2150);
    expect(await cardOf()).toMatchObject({ level: 'safe', positions: [] });
  });
});

describe('a price that jumps tenfold (fault 35)', () => {
  it.each([30_200, 302])('to %i is shown once a second RPC says it too', async (price) => {
    await readAt(3020, 3020, CALM);
    expect(await readAt(price, price, CALM)).toEqual([1, 1]);
    expect(await figures(CALM)).not.toHaveProperty('disputed');
    expect((await figures(CALM)).positions[0]?.collateral[0]?.price).toBe(`${price}00000000`);
  });

  it('on one RPC alone is disputed', async () => {
    await readAt(3020, 3020, CALM);
    expect(await readAt(30_200, 3020, CALM)).toEqual([1, 1]);
    expect((await figures(CALM)).positions[0]?.collateral[0]?.price).toBe('302000000000');
    expect((await cardOf(CALM)).positions[0]?.notes[0]).toContain('Two RPCs disagree');
  });

  it('nearly, does not', async () => {
    await readAt(3020, 3020, CALM);
    expect(await readAt(30_199, 30_199, CALM)).toEqual([1, 0]);
  });
});
