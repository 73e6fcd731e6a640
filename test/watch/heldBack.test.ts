import { parseUnits } from 'viem';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { AlertChoices } from '../../src/model/settings';
import { alertChoicesItem, historyItem, snoozesItem } from '../../src/platform/storage';
import { usualChoices } from '../../src/risk/choices';
import { refreshAll } from '../../src/watch/refresh';
import { watch } from '../../src/watch/wallets';
import { borrowerOf } from '../aaveV3/portfolio';
import { newWorker } from '../faults/mortal';
import { MARKETS } from '../localnet/production';
import { stageLoans } from './stage';

const OWNER = borrowerOf(0xa1);
const OTHER = borrowerOf(0xa2);
const KEY = `1:${MARKETS.Core.pool}:${OWNER}`;
const stage = stageLoans({ owners: [OWNER, OTHER], owed: 17_000, secondsAgo: 100_000 });
beforeEach(() => watch(OWNER));

const choose = (choices: Partial<AlertChoices>) => alertChoicesItem.setValue({ ...usualChoices, ...choices });
const today = new Date();
/** The wall clock by the machine's own time zone, in some days; blocks have their own time. */
const wallClock = (hours: number) =>
  vi.useFakeTimers({
    toFake: ['Date'],
    now: new Date(today.getFullYear(), today.getMonth(), today.getDate() + 2, hours, 30),
  });

describe('in quiet hours', () => {
  beforeEach(() => choose({ quiet: { from: '22:00', to: '07:00' }, fastDrop: null }));

  it('a low position is held back, and told at their end as it then is', async () => {
    wallClock(23);
    await stage.readAt(2400);
    wallClock(6);
    await stage.readAt(2380, 700);
    expect(stage.titles()).toEqual([]);
    wallClock(7);
    await stage.readAt(2390, 700);
    expect(stage.titles()).toEqual(['Low: Aave v3 Core · Ethereum']);
    expect(stage.noted.shown[0]!.message).toContain('Health factor 1.16');
  });

  it('what has passed by their end is not told', async () => {
    wallClock(23);
    await stage.readAt(2400);
    wallClock(7);
    await stage.readAt(3020, 700);
    expect(stage.titles()).toEqual([]);
  });

  it('Critical is told at once', async () => {
    wallClock(2);
    await stage.readAt(2150);
    expect(stage.titles()).toEqual(['Critical: Aave v3 Core · Ethereum']);
  });
});

describe('a snoozed position', () => {
  const snoozeFor = async (seconds: number) => {
    const { timestamp } = await stage.localnet.client.getBlock();
    await snoozesItem.setValue({ [KEY]: (Number(timestamp) + seconds) * 1000 });
  };

  it('is told of only when it gets worse, and of the same level when the snooze is over', async () => {
    await choose({ fastDrop: null });
    await stage.readAt(2400);
    await snoozeFor(5_000);
    for (const price of [3020, 2400, 3020, 2400]) await stage.readAt(price, 1_000);
    expect(stage.titles()).toHaveLength(1);
    await stage.readAt(2150);
    expect(stage.titles()).toEqual(['Low: Aave v3 Core · Ethereum', 'Critical: Aave v3 Core · Ethereum']);
    await stage.readAt(3020, 1_000);
    await stage.readAt(2400, 1_000);
    expect(stage.titles()).toHaveLength(3);
  });
});

describe('many at once', () => {
  it('fault 66: of all wallets and chains are one notification, the worst first, and each is in the history', async () => {
    await watch(OTHER);
    await stage.localnet.borrow('Core', OTHER, 'USDC', parseUnits('1000', 6));
    await stage.localnet.advance(60);
    await stage.localnet.setPrice('WETH', 2_300_00000000n);
    await refreshAll([1, 10, 8453].map((id) => ({ id, accounts: [OWNER, OTHER] })));
    expect(stage.noted.shown).toHaveLength(1);
    const [{ id, title, message }] = stage.noted.shown as [(typeof stage.noted.shown)[number]];
    expect(title).toBe('2 alerts. Critical: Aave v3 Core · Ethereum');
    expect(message.split('\n').at(-1)).toBe('Low: Aave v3 Core · Ethereum');
    expect(id).toContain(OTHER);
    expect((await historyItem.getValue()).map(({ level }) => level).toSorted()).toEqual(['critical', 'low']);
  });

  it('fault 58: killed between showing and crossing out, the same group is shown again under the same id', async () => {
    await watch(OTHER);
    await stage.localnet.advance(60);
    await stage.localnet.setPrice('WETH', 2400_00000000n);
    const { local } = fakeBrowser.storage;
    const write = local.set;
    const set = vi.spyOn(local, 'set');
    const doomed = await newWorker();
    // The worker that has shown them writes no more, and hears nothing more.
    await new Promise<void>((died) => {
      set.mockImplementation((items) => {
        if (stage.noted.shown.length === 0) return write.call(local, items);
        died();
        return new Promise(() => undefined);
      });
      void doomed.refreshWatched();
    });
    set.mockRestore();
    const { tellPending } = await newWorker();
    expect(await historyItem.getValue()).toEqual([]);
    await tellPending();
    expect(stage.noted.shown).toHaveLength(2);
    expect(stage.noted.shown[1]).toEqual(stage.noted.shown[0]);
    expect(await historyItem.getValue()).toHaveLength(2);
    await tellPending();
    expect(stage.noted.shown).toHaveLength(2);
  });
});
