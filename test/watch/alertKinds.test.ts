import { parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { AlertChoices } from '../../src/model/settings';
import { alertChoicesItem, historyItem, snapshotItem, snoozesItem } from '../../src/platform/storage';
import { usualChoices } from '../../src/risk/choices';
import { alertOn } from '../../src/watch/alerts/alertOn';
import { refresh, refreshAll } from '../../src/watch/refresh';
import { watch } from '../../src/watch/wallets';
import { borrowerOf } from '../aaveV3/portfolio';
import { newWorker } from '../faults/mortal';
import { MARKETS } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { leadRpcsTo } from '../support/rpcs';
import { noteNotices } from './stage';

const OWNER = borrowerOf(0xa1);
const OTHER = borrowerOf(0xa2);
const KEY = `1:${MARKETS.Core.pool}:${OWNER}`;
let localnet: Localnet;
let opened: `0x${string}`;
let noted: ReturnType<typeof noteNotices>;

beforeAll(async () => {
  localnet = await startLocalnet({ timestamp: Math.floor(Date.now() / 1000) - 100_000 });
  for (const owner of [OWNER, OTHER]) {
    await localnet.supply('Core', owner, 'WETH', parseUnits('10', 18));
    await localnet.borrow('Core', owner, 'USDC', parseUnits('17000', 6));
  }
});
afterAll(() => localnet.stop());
beforeEach(async () => {
  fakeBrowser.reset();
  leadRpcsTo(localnet.url);
  opened = await localnet.snapshot();
  noted = noteNotices();
  await watch(OWNER);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await localnet.revert(opened);
});

async function readAt(price: number, seconds = 60, accounts = [OWNER]): Promise<void> {
  await localnet.advance(seconds);
  await localnet.setPrice('WETH', BigInt(price) * 100_000_000n);
  await refresh(1, accounts);
}
const titles = () => noted.shown.map(({ title }) => title);
const choose = (choices: Partial<AlertChoices>) => alertChoicesItem.setValue({ ...usualChoices, ...choices });
const today = new Date();
/** The wall clock by the machine's own time zone, in some days; blocks have their own time. */
const wallClock = (hours: number) =>
  vi.useFakeTimers({
    toFake: ['Date'],
    now: new Date(today.getFullYear(), today.getMonth(), today.getDate() + 2, hours, 30),
  });

it('says what changed since the user was last told', async () => {
  await readAt(3020);
  await readAt(2400, 4000);
  expect(noted.shown[0]!.message).toContain('What changed: ETH −20.5%.');
  await localnet.withdraw('Core', OWNER, 'WETH', parseUnits('0.9', 18));
  await readAt(2400, 4000);
  expect(titles()[1]).toBe('Critical: Aave v3 Core · Ethereum');
  expect(noted.shown[1]!.message).toContain('What changed: your own withdrawal.');
});

it('on one endpoint’s word alone nothing has recovered: the same level is not told anew', async () => {
  await readAt(3020);
  const calm = (await snapshotItem(1, OWNER).getValue())!.figures!;
  await readAt(2400, 700);
  const timestamp = calm.block.timestamp + 1_500;
  const unconfirmed = { positions: calm.positions };
  await alertOn({ ...calm, block: { ...calm.block, timestamp }, unconfirmed }, calm);
  await readAt(2400, 1_500);
  expect(titles()).toEqual(['Low: Aave v3 Core · Ethereum']);
});

it('a wallet’s own levels decide when it is told', async () => {
  await choose({ ownLevels: { [KEY]: ['0.6', '0.35', '0.05'] }, fastDrop: null });
  await readAt(3020);
  expect(titles()).toEqual(['Low: Aave v3 Core · Ethereum']);
  expect(noted.shown[0]!.message).toContain('to be back at 35%.');
  await readAt(2200, 4000);
  expect(titles()).toHaveLength(1);
});

describe('in quiet hours', () => {
  beforeEach(() => choose({ quiet: { from: '22:00', to: '07:00' }, fastDrop: null }));

  it('a low position is held back, and told at their end as it then is', async () => {
    wallClock(23);
    await readAt(2400);
    wallClock(6);
    await readAt(2380, 700);
    expect(titles()).toEqual([]);
    wallClock(7);
    await readAt(2390, 700);
    expect(titles()).toEqual(['Low: Aave v3 Core · Ethereum']);
    expect(noted.shown[0]!.message).toContain('Health factor 1.16');
  });

  it('what has passed by their end is not told', async () => {
    wallClock(23);
    await readAt(2400);
    wallClock(7);
    await readAt(3020, 700);
    expect(titles()).toEqual([]);
  });

  it('Critical is told at once', async () => {
    wallClock(2);
    await readAt(2150);
    expect(titles()).toEqual(['Critical: Aave v3 Core · Ethereum']);
  });
});

describe('a snoozed position', () => {
  const snoozeFor = async (seconds: number) => {
    const { timestamp } = await localnet.client.getBlock();
    await snoozesItem.setValue({ [KEY]: (Number(timestamp) + seconds) * 1000 });
  };

  it('is told of only when it gets worse, and of the same level when the snooze is over', async () => {
    await choose({ fastDrop: null });
    await readAt(2400);
    await snoozeFor(5_000);
    for (const price of [3020, 2400, 3020, 2400]) await readAt(price, 1_000);
    expect(titles()).toHaveLength(1);
    await readAt(2150);
    expect(titles()).toEqual(['Low: Aave v3 Core · Ethereum', 'Critical: Aave v3 Core · Ethereum']);
    await readAt(3020, 1_000);
    await readAt(2400, 1_000);
    expect(titles()).toHaveLength(3);
  });
});

describe('many at once', () => {
  it('fault 66: of all wallets and chains are one notification, the worst first, and each is in the history', async () => {
    await watch(OTHER);
    await localnet.borrow('Core', OTHER, 'USDC', parseUnits('1000', 6));
    await localnet.advance(60);
    await localnet.setPrice('WETH', 2_300_00000000n);
    await refreshAll([1, 10, 8453].map((id) => ({ id, accounts: [OWNER, OTHER] })));
    expect(noted.shown).toHaveLength(1);
    const [{ id, title, message }] = noted.shown as [(typeof noted.shown)[number]];
    expect(title).toBe('2 alerts. Critical: Aave v3 Core · Ethereum');
    expect(message.split('\n').at(-1)).toBe('Low: Aave v3 Core · Ethereum');
    expect(id).toContain(OTHER);
    expect((await historyItem.getValue()).map(({ level }) => level).toSorted()).toEqual(['critical', 'low']);
  });

  it('fault 58: killed between showing and crossing out, the same group is shown again under the same id', async () => {
    await watch(OTHER);
    await localnet.advance(60);
    await localnet.setPrice('WETH', 2400_00000000n);
    const { local } = fakeBrowser.storage;
    const write = local.set;
    const set = vi.spyOn(local, 'set');
    const doomed = await newWorker();
    // The worker that has shown them writes no more, and hears nothing more.
    await new Promise<void>((died) => {
      set.mockImplementation((items) => {
        if (noted.shown.length === 0) return write.call(local, items);
        died();
        return new Promise(() => undefined);
      });
      void doomed.refreshWatched();
    });
    set.mockRestore();
    const { tellPending } = await newWorker();
    expect(await historyItem.getValue()).toEqual([]);
    await tellPending();
    expect(noted.shown).toHaveLength(2);
    expect(noted.shown[1]).toEqual(noted.shown[0]);
    expect(await historyItem.getValue()).toHaveLength(2);
    await tellPending();
    expect(noted.shown).toHaveLength(2);
  });
});

describe('a fast drop', () => {
  it('is told of a position that is not in danger yet, once', async () => {
    await readAt(5000);
    await readAt(4990, 600);
    await readAt(3000, 600);
    await readAt(2990, 60);
    expect(titles()).toEqual(['Falling fast: Aave v3 Core · Ethereum']);
    expect(noted.shown[0]!.id).toBe(`drop:${KEY}`);
    // 59.0% of buffer at $5,000, 31.7% at $3,000.
    expect(noted.shown[0]!.message).toMatch(
      /^46\.\d% of the buffer is gone within 2[01] minutes\. Health factor 1\.46/,
    );
  });

  it('is none where it takes longer than the user said, nor where they want none', async () => {
    await readAt(5000);
    await readAt(4000, 1_500);
    await readAt(3300, 1_500);
    expect(titles()).toEqual([]);
    await choose({ fastDrop: null });
    await readAt(2700, 60);
    expect(titles()).toEqual([]);
  });

  it('is none where the owner withdrew', async () => {
    await readAt(5000);
    await localnet.withdraw('Core', OWNER, 'WETH', parseUnits('4', 18));
    await readAt(5000);
    expect(titles()).toEqual([]);
  });
});

describe('terms that governance changes', () => {
  it('are told with the health factor before and after, by the contract too', async () => {
    await readAt(3020);
    await localnet.advance(60);
    const was = await localnet.accountData('Core', OWNER);
    await localnet.configureReserve('Core', 'WETH', { ltv: 7800, lt: 8100, bonus: 10500 });
    await refresh(1, [OWNER]);
    const now = await localnet.accountData('Core', OWNER);
    expect(titles()).toEqual(['Terms changed: Aave v3 Core · Ethereum']);
    const floor = (wad: bigint) => (Number(wad / 10n ** 16n) / 100).toFixed(2);
    expect(noted.shown[0]!.message).toContain(
      `Aave v3 Core cut the liquidation threshold of WETH from 83% to 81%: your health factor ${floor(was.healthFactor)} → ${floor(now.healthFactor)}.`,
    );
    await readAt(3020);
    expect(titles()).toHaveLength(1);
  });

  it('are not told where the user wants none', async () => {
    await choose({ parameters: false });
    await readAt(3020);
    await localnet.configureReserve('Core', 'WETH', { ltv: 7800, lt: 8100, bonus: 10500 });
    await refresh(1, [OWNER]);
    expect(titles()).toEqual([]);
  });
});

describe('a loan that was opened elsewhere', () => {
  const fresh = borrowerOf(0xa3);

  it('is told, but not one that was there when the wallet was first watched', async () => {
    await watch(fresh);
    await refresh(1, [fresh]);
    await localnet.supply('Core', fresh, 'WETH', parseUnits('1', 18));
    await readAt(3020, 60, [fresh]);
    expect(titles()).toEqual([]);
    await localnet.borrow('Core', fresh, 'USDC', parseUnits('500', 6));
    await readAt(3020, 60, [fresh, OWNER]);
    await readAt(3020, 60, [fresh, OWNER]);
    expect(titles()).toEqual(['New loan: Aave v3 Core · Ethereum']);
    expect(noted.shown[0]!.message).toContain('If that was not you');
  });
});
