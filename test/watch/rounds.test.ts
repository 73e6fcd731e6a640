import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { onAlarm } from '../../src/platform/alarms';
import { networksItem, snapshotItem } from '../../src/platform/storage';
import { refresh } from '../../src/watch/refresh';
import { searchFurther } from '../../src/watch/search';
import { watch } from '../../src/watch/wallets';
import { onTime, paintWatched, refreshWatched } from '../../src/watch/watchedRound';
import { borrowerOf } from '../aaveV3/portfolio';
import { stageLoans } from './stage';

const OWNER = borrowerOf(0x4a);
const stage = stageLoans({ owners: [OWNER], owed: 100 });
beforeEach(async () => {
  await networksItem.setValue([1]);
  await watch(OWNER);
  await refresh(1, [OWNER]);
  stage.rpcs.reset();
});

const readings = () => stage.rpcs.requests.filter(({ method }) => method === 'eth_call').length;

it('fault 61: after a sleep the alarms that waited come together, and one reading catches up', async () => {
  const now = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: now + 60_000 });
  await refreshWatched();
  const before = readings();
  vi.useFakeTimers({ toFake: ['Date'], now: now + 8 * 3_600_000 });
  const rung: Promise<void>[] = [];
  onAlarm(() => void rung.push(onTime()));
  for (let late = 0; late < 5; late++)
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'refresh', scheduledTime: now });
  await Promise.all(rung);
  await onTime();
  expect(rung).toHaveLength(5);
  // One warm reading is one eth_call.
  expect(readings() - before).toBe(1);
  vi.useFakeTimers({ toFake: ['Date'], now: now + 8 * 3_600_000 + 30_000 });
  await onTime();
  expect(readings() - before).toBe(2);
});

it('fault 62: offline nothing is asked, the figures stand, and what is wrong is said', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const before = await snapshotItem(1, OWNER).getValue();
  await refreshWatched();
  await refresh(1, [OWNER]);
  await searchFurther(1, [OWNER]);
  expect(stage.rpcs.requests).toEqual([]);
  const failure = { at: expect.any(Number), reason: 'This computer is offline.' };
  expect(await snapshotItem(1, OWNER).getValue()).toEqual({ ...before, failure });
  vi.stubGlobal('navigator', { onLine: true });
  await refresh(1, [OWNER]);
  expect(readings()).toBe(1);
  expect((await snapshotItem(1, OWNER).getValue())?.failure).toBeNull();
});

it('fault 59: an alarm that an update lost is made anew at the next start', async () => {
  await paintWatched();
  expect(await fakeBrowser.alarms.get('refresh')).toBeDefined();
  await fakeBrowser.alarms.clearAll();
  await paintWatched();
  expect(await fakeBrowser.alarms.get('refresh')).toBeDefined();
});
