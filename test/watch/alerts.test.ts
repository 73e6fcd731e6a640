import { parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Notice } from '../../src/model/alert';
import { alertsItem, historyItem } from '../../src/platform/storage';
import { tellPending } from '../../src/watch/alerts/tell';
import { cardNow } from '../../src/watch/look';
import { refresh } from '../../src/watch/refresh';
import { watch } from '../../src/watch/wallets';
import { borrowerOf } from '../aaveV3/portfolio';
import { MARKETS } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { leadRpcsTo } from '../support/rpcs';
import { noteNotices } from './stage';

const OWNER = borrowerOf(1);
const KEY = `1:${MARKETS.Core.pool}:${OWNER}`;

let localnet: Localnet;
let opened: `0x${string}`;
let noted: ReturnType<typeof noteNotices>;

beforeAll(async () => {
  // Two hours ago, because a block from the future is not believed.
  localnet = await startLocalnet({ timestamp: Math.floor(Date.now() / 1000) - 7200 });
  // 10 ether of $3,020 at 83% against $17,000: a buffer of 32%.
  await localnet.supply('Core', OWNER, 'WETH', parseUnits('10', 18));
  await localnet.borrow('Core', OWNER, 'USDC', parseUnits('17000', 6));
});
afterAll(() => localnet.stop());
beforeEach(async () => {
  fakeBrowser.reset();
  leadRpcsTo(localnet.url);
  opened = await localnet.snapshot();
  noted = noteNotices();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await localnet.revert(opened);
});

async function readAt(price: number, seconds = 60): Promise<void> {
  await localnet.advance(seconds);
  await localnet.setPrice('WETH', BigInt(price) * 100_000_000n);
  await refresh(1, [OWNER]);
}
const titles = () => noted.shown.map(({ title }) => title);

describe('a watched position', () => {
  it('is told of when its price falls: how it stands, and one way out that is enough', async () => {
    await watch(OWNER);
    await readAt(3020);
    expect(noted.shown).toEqual([]);
    await readAt(2400);
    expect(noted.shown).toEqual([
      {
        id: KEY,
        title: 'Low: Aave v3 Core · Ethereum',
        message: expect.stringContaining('Health factor 1.17'),
      },
    ]);
    const repaid = /Repay ([\d,.]+) USDC or add ([\d.]+) ETH to be back at 20%\./.exec(
      noted.shown[0]!.message,
    );
    await localnet.repay('Core', OWNER, 'USDC', parseUnits(repaid![1]!.replaceAll(',', ''), 6));
    const { healthFactor } = await localnet.accountData('Core', OWNER);
    expect(healthFactor).toBeGreaterThanOrEqual(1_250_000_000_000_000_000n);
    expect(healthFactor).toBeLessThan(1_251_000_000_000_000_000n);
  });

  it('fault 65: is told of once for each level, and not while it flutters', async () => {
    await watch(OWNER);
    for (const price of [2400, 2440, 2570, 2400, 2150, 2300, 2150, 2000]) await readAt(price);
    expect(titles()).toEqual([
      'Low: Aave v3 Core · Ethereum',
      'Critical: Aave v3 Core · Ethereum',
      'Liquidatable: Aave v3 Core · Ethereum',
    ]);
    expect(new Set(noted.shown.map(({ id }) => id)).size).toBe(1);
  });

  it('that recovers and falls again is told of again', async () => {
    await watch(OWNER);
    for (const price of [2400, 3020, 2400]) await readAt(price, 700);
    expect(titles()).toHaveLength(2);
  });

  it('is kept in the history, the newest first', async () => {
    await watch(OWNER);
    for (const price of [2400, 2150]) await readAt(price);
    const history = await historyItem.getValue();
    expect(history.map(({ level }) => level)).toEqual(['critical', 'low']);
  });
});

it('one that is only seen on a page is told of to nobody', async () => {
  await readAt(2000);
  expect(noted.shown).toEqual([]);
});

it('without an answer from the chain nothing is told, and the level is not forgotten', async () => {
  await watch(OWNER);
  await readAt(2400);
  vi.unstubAllGlobals();
  leadRpcsTo(null);
  await readAt(2000);
  vi.unstubAllGlobals();
  leadRpcsTo(localnet.url);
  await readAt(2400);
  expect(titles()).toHaveLength(1);
});

it('a market that cannot be read for a while is not told of anew when it can', async () => {
  await watch(OWNER);
  await readAt(2400);
  const code = (await localnet.client.getCode({ address: MARKETS.Core.oracle }))!;
  await localnet.client.setCode({ address: MARKETS.Core.oracle, bytecode: '0xfe' });
  await readAt(2400, 700);
  await localnet.client.setCode({ address: MARKETS.Core.oracle, bytecode: code });
  await readAt(2400, 700);
  expect(titles()).toEqual(['Low: Aave v3 Core · Ethereum']);
});

describe('without news from the chain', () => {
  const MINUTE = 60_000;
  const start = Date.now();
  afterEach(() => vi.useRealTimers());

  async function silentAt(minutes: number) {
    vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * MINUTE });
    vi.unstubAllGlobals();
    leadRpcsTo(null);
    await refresh(1, [OWNER]);
  }

  it('for a quarter of an hour the user is told, once, and again only after there was some (threat: silence)', async () => {
    await watch(OWNER);
    await refresh(1, [OWNER]);
    for (const minutes of [1, 5, 15]) await silentAt(minutes);
    expect(noted.shown).toEqual([]);
    for (const minutes of [16, 17, 60]) await silentAt(minutes);
    expect(noted.shown).toEqual([
      {
        id: `blind:1:${OWNER}`,
        title: expect.stringMatching(/^No news from Ethereum since \d/),
        message: expect.stringContaining('cannot be watched there. No usable answer from Ethereum.'),
      },
    ]);
    vi.useRealTimers();
    vi.unstubAllGlobals();
    leadRpcsTo(localnet.url);
    await localnet.advance(60);
    await refresh(1, [OWNER]);
    for (const minutes of [70, 86]) await silentAt(minutes);
    expect(noted.shown).toHaveLength(2);
  });

  it('a network that stands still answers, and counts as silent all the same (fault 34)', async () => {
    await watch(OWNER);
    await localnet.advance(7200 - 60);
    await refresh(1, [OWNER]);
    const card = () => cardNow(OWNER, null);
    expect((await card()).level).not.toBe('unknown');
    const stillAt = async (minutes: number) => {
      vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * MINUTE });
      await refresh(1, [OWNER]);
    };
    await stillAt(8);
    expect((await card()).level).not.toBe('unknown');
    for (const minutes of [11, 17]) await stillAt(minutes);
    const reason = /^The newest block of Ethereum was made 1\d min ago: the network stands still/;
    expect(await card()).toMatchObject({ level: 'unknown', reason: expect.stringMatching(reason) });
    expect(noted.shown).toEqual([]);
    for (const minutes of [27, 28]) await stillAt(minutes);
    expect(noted.shown.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^No news from Ethereum since \d/),
    ]);
    vi.useRealTimers();
    await localnet.advance(10);
    await refresh(1, [OWNER]);
    expect((await card()).level).not.toBe('unknown');
  });

  it('RPCs that have fallen behind what is known are silent too (threat: silence)', async () => {
    await watch(OWNER);
    await localnet.advance(7200 - 120);
    const behind = await localnet.snapshot();
    await localnet.advance(60);
    await refresh(1, [OWNER]);
    await localnet.revert(behind);
    for (const minutes of [8, 11, 25]) {
      vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * MINUTE });
      await refresh(1, [OWNER]);
    }
    expect(noted.shown).toEqual([]);
    for (const minutes of [27, 28]) {
      vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * MINUTE });
      await refresh(1, [OWNER]);
    }
    expect(noted.shown.map(({ id }) => id)).toEqual([`blind:1:${OWNER}`]);
  });

  it('nothing is told where nothing is owed, nor while the machine is offline (fault 62)', async () => {
    await watch(borrowerOf(7));
    await refresh(1, [borrowerOf(7)]);
    await watch(OWNER);
    await refresh(1, [OWNER]);
    vi.stubGlobal('navigator', { onLine: false });
    const offline = globalThis.navigator;
    for (const minutes of [1, 20]) {
      vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * MINUTE });
      vi.unstubAllGlobals();
      vi.stubGlobal('navigator', offline);
      leadRpcsTo(null);
      await refresh(1, [OWNER]);
      await refresh(1, [borrowerOf(7)]);
    }
    expect(noted.shown).toEqual([]);
  });

  it('the time that the machine was offline is no silence of the chain (fault 62)', async () => {
    await watch(OWNER);
    await refresh(1, [OWNER]);
    vi.stubGlobal('navigator', { onLine: false });
    await refresh(1, [OWNER]);
    for (const minutes of [60, 61, 74]) await silentAt(minutes);
    expect(noted.shown).toEqual([]);
    await silentAt(75);
    expect(noted.shown.map(({ id }) => id)).toEqual([`blind:1:${OWNER}`]);
  });
});

describe('an alert that the browser did not show', () => {
  it('is shown at the next reading', async () => {
    await watch(OWNER);
    noted.refuses = true;
    await readAt(2400).catch(() => undefined);
    noted.refuses = false;
    await readAt(2400);
    expect(titles()).toEqual(['Low: Aave v3 Core · Ethereum']);
  });

  it('fault 58: is shown when the worker starts, and once: killed between showing and crossing out, it has the same id', async () => {
    const notice: Notice = { id: KEY, level: 'low', title: 'Low', message: 'x', at: 5 };
    await alertsItem(1, OWNER).setValue({ vigils: {}, pending: [notice] });
    await tellPending();
    await alertsItem(1, OWNER).setValue({ vigils: {}, pending: [notice] });
    await tellPending();
    expect(new Set(noted.shown.map(({ id }) => id))).toEqual(new Set([KEY]));
    expect(await historyItem.getValue()).toEqual([notice]);
    expect((await alertsItem(1, OWNER).getValue()).pending).toEqual([]);
  });
});
