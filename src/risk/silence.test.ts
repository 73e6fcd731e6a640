import { expect, it } from 'vitest';
import { unseen } from './crossing';
import { isQuiet, isWorse, snoozeAt } from './silence';

const night = { from: '22:00', to: '07:30' };
const lunch = { from: '12:00', to: '13:00' };

it.each([
  [night, 22 * 60, true],
  [night, 22 * 60 - 1, false],
  [night, 0, true],
  [night, 7 * 60 + 29, true],
  [night, 7 * 60 + 30, false],
  [lunch, 12 * 60, true],
  [lunch, 13 * 60, false],
  [{ from: '08:00', to: '08:00' }, 8 * 60, false],
  [null, 0, false],
])('%j at minute %i of the day: %s', (quiet, minutes, is) => {
  expect(isQuiet(quiet, minutes)).toBe(is);
});

it('a snooze holds until its time, by the block, and remembers what was known when it began', () => {
  const vigil = { ...unseen, told: 'low' as const };
  expect(snoozeAt(vigil, 5_000_000, 4_999)).toEqual({ until: 5_000_000, told: 'low' });
  expect(snoozeAt(vigil, 5_000_000, 5_000)).toBeUndefined();
  expect(snoozeAt(vigil, undefined, 0)).toBeUndefined();
  const eased = { ...vigil, told: 'safe' as const, snooze: { until: 5_000_000, told: 'low' as const } };
  expect(snoozeAt(eased, 5_000_000, 1)).toEqual({ until: 5_000_000, told: 'low' });
  expect(snoozeAt(eased, 6_000_000, 1)).toEqual({ until: 6_000_000, told: 'safe' });
});

it('ends early where it gets worse than what was known', () => {
  expect(isWorse('low', { until: 0, told: 'low' })).toBe(false);
  expect(isWorse('critical', { until: 0, told: 'low' })).toBe(true);
});
