import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Level } from '../../src/model/risk';
import { keepAlarm } from '../../src/platform/alarms';
import { periodOf } from '../../src/watch/period';
import { watch } from '../../src/watch/wallets';
import { paintWatched } from '../../src/watch/watchedRound';

beforeEach(() => fakeBrowser.reset());

const period = async () => (await fakeBrowser.alarms.get('refresh'))?.periodInMinutes ?? null;

it.each<[Level | null, number | null]>([
  ['liquidatable', 0.5],
  ['critical', 0.5],
  ['low', 1],
  ['unknown', 1],
  ['watch', 2],
  ['safe', 5],
  [null, null],
])('the worst is %s: every %s minutes', async (level, minutes) => {
  await keepAlarm(0.75);
  await keepAlarm(periodOf(level));
  const kept = await period();
  if (minutes === null) expect(kept).toBeNull();
  else {
    expect(kept).toBeGreaterThanOrEqual(minutes);
    expect(kept).toBeLessThanOrEqual(minutes + 5 / 60);
  }
});

it('an alarm that has the right period is left to run', async () => {
  await keepAlarm(2);
  const create = vi.spyOn(fakeBrowser.alarms, 'create');
  await keepAlarm(2);
  expect(create).not.toHaveBeenCalled();
});

it('there is one from the first watched wallet on, though nothing has been read of it yet (fault 59)', async () => {
  await paintWatched();
  expect(await period()).toBeNull();
  await watch('0x00000000000000000000000000000000000000aa');
  await paintWatched();
  expect(await period()).toBeCloseTo(1, 0);
});
