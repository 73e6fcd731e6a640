import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { KnownLevel, Vigil } from '../model/alert';
import { cross, type Look, unseen, waryLevel } from './crossing';

const usual = [0.4, 0.2, 0.1] as const;
const rank: Record<KnownLevel, number> = { safe: 0, watch: 1, low: 2, critical: 3, liquidatable: 4 };
const levelsDown = ['safe', 'watch', 'low', 'critical', 'liquidatable'] as const;
const levelAt = (buffer: number, limits: readonly number[] = usual): KnownLevel =>
  levelsDown[[...limits, 0].findIndex((from) => buffer >= from)] ?? 'liquidatable';

const look = (buffer: number, at: number, limits: readonly number[] = usual): Look => ({
  level: levelAt(buffer, limits),
  wary: levelAt(buffer - 0.05, limits),
  at,
});

/** What is said along a path of buffers, one look each `every` seconds. */
function told(buffers: readonly number[], every = 60, from: Vigil = unseen) {
  let vigil = from;
  return buffers.map((buffer, index) => {
    const next = cross(vigil, look(buffer, index * every));
    vigil = next.vigil;
    return next.alert;
  });
}

describe('a position is told of', () => {
  it('once when it becomes low, and again only when it is worse', () => {
    expect(told([0.5, 0.3, 0.19, 0.18, 0.15, 0.09, 0.08, -0.01])).toEqual([
      null,
      null,
      'crossing',
      null,
      null,
      'crossing',
      null,
      'crossing',
    ]);
  });

  it('at once where it is already low when it is first seen', () => {
    expect(told([0.12])).toEqual(['crossing']);
  });

  it('not again while it flutters about the limit, up to 5% above it (fault 65)', () => {
    expect(told([0.19, 0.21, 0.19, 0.249, 0.19, 0.21, 0.19], 900)).toEqual([
      'crossing',
      ...Array(6).fill(null),
    ]);
  });

  it('again after it has recovered by more than 5%, ten minutes after the last time at the earliest', () => {
    expect(told([0.19, 0.26, 0.19], 700)).toEqual(['crossing', null, 'crossing']);
    expect(told([0.19, 0.26, 0.19, 0.19], 250)).toEqual(['crossing', null, null, 'crossing']);
  });

  it('at a worse level without waiting', () => {
    expect(told([0.19, 0.09], 1)).toEqual(['crossing', 'crossing']);
  });

  it('again and again while nothing is done about the worst: half an hour apart', () => {
    const hour = told(Array(61).fill(-0.01));
    expect(hour.map((each, minute) => (each ? minute : null)).filter((each) => each !== null)).toEqual([
      0, 30, 60,
    ]);
  });

  it('of nothing but a worse level while one endpoint alone says that it has recovered', () => {
    const { vigil } = cross(unseen, look(0.19, 0));
    const alone = { ...look(0.5, 700), confirmed: false };
    expect(cross(vigil, alone).vigil.told).toBe('low');
    expect(cross(cross(vigil, alone).vigil, look(0.19, 1400)).alert).toBeNull();
    expect(cross(vigil, { ...look(0.05, 1400), confirmed: false }).alert).toBe('crossing');
  });

  it('without reminders where they are not wanted', () => {
    const { vigil } = cross(unseen, look(-0.01, 0));
    expect(cross(vigil, look(-0.01, 9000)).alert).toBe('reminder');
    expect(cross(vigil, { ...look(-0.01, 9000), reminds: false }).alert).toBeNull();
  });
});

describe('the level with the margin taken off', () => {
  it.each([
    ['0.249', false, ['0.4', '0.2', '0.1'], 'low'],
    ['0.251', false, ['0.4', '0.2', '0.1'], 'watch'],
    ['0.049', true, ['0.08', '0.04', '0.02'], 'low'],
    ['0.051', true, ['0.08', '0.04', '0.02'], 'watch'],
    ['0.04', false, ['0.4', '0.2', '0.1'], 'liquidatable'],
    ['0.34', false, ['0.5', '0.3', '0.2'], 'low'],
  ] as const)('of %s, pegged %s, limits %s: %s', (buffer, pegged, limits, level) => {
    expect(waryLevel(buffer, pegged, limits)).toBe(level);
  });
});

const SEED = 20261121;
const RUNS = 10_000;
/** In thousandths, on either side of every limit, many of them close to one. */
const healthFactor = fc.oneof(
  fc.integer({ min: 900, max: 2600 }),
  fc.tuple(fc.constantFrom(1000, 1111, 1250, 1667), fc.integer({ min: -20, max: 20 })).map(([a, b]) => a + b),
);
const limitsOfUsers = fc.constantFrom(usual, [0.5, 0.3, 0.15] as const, [0.25, 0.12, 0.02] as const);

it(`fault 65: ${RUNS} random paths of health factors flutter, each crossing is told once (seed ${SEED})`, () => {
  const step = fc.record({ to: healthFactor, after: fc.integer({ min: 1, max: 900 }) });
  let alerts = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), limitsOfUsers, (steps, limits) => {
      let vigil = unseen;
      let at = 0;
      let last: { at: number; rank: number } | null = null;
      /** The highest the buffer has been since the last alert. */
      let highest = 1;
      for (const { to, after } of steps) {
        at += after;
        const buffer = 1 - 1000 / to;
        highest = Math.max(highest, buffer);
        const next = cross(vigil, look(buffer, at, limits));
        const now = rank[levelAt(buffer, limits)];
        // Worse than ever told, and worth telling: never missed.
        if (now >= 2 && now > (last?.rank ?? 0)) expect(next.alert).toBe('crossing');
        if (next.alert !== null) {
          alerts++;
          expect(now).toBeGreaterThanOrEqual(2);
          if (last && now <= last.rank) expect(at - last.at).toBeGreaterThanOrEqual(600);
          // A second alert of the same or a lesser level: only after a recovery by 5%, or as a reminder of the worst two.
          if (last && now <= last.rank && next.alert === 'crossing')
            expect(highest).toBeGreaterThanOrEqual(([...limits, 0][now - 1] ?? 0) + 0.05 - 1e-9);
          if (next.alert === 'reminder') expect(now).toBeGreaterThanOrEqual(3);
          last = { at, rank: now };
          highest = buffer;
        }
        vigil = next.vigil;
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(alerts).toBeGreaterThan(RUNS);
}, 120_000);

it('fault 60: clock jump: block time decides how far apart two alerts are, not this machine’s clock', () => {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(4_000_000_000_000);
  const { vigil } = cross(unseen, look(-0.01, 1_000));
  clock.mockReturnValue(0);
  expect(cross(vigil, look(-0.01, 2_799)).alert).toBeNull();
  expect(cross(vigil, look(-0.01, 2_800)).alert).toBe('reminder');
});
