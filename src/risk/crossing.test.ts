import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownLevel, Vigil } from '../model/alert';
import { cross, type Look, unseen } from './crossing';

const limits = [
  [0.4, 'safe'],
  [0.2, 'watch'],
  [0.1, 'low'],
  [0, 'critical'],
] as const;
const levelAt = (buffer: number): KnownLevel =>
  limits.find(([from]) => buffer >= from)?.[1] ?? 'liquidatable';
const rank: Record<KnownLevel, number> = { safe: 0, watch: 1, low: 2, critical: 3, liquidatable: 4 };

const look = (buffer: number, at: number): Look => ({
  level: levelAt(buffer),
  buffer: `${buffer}`,
  pegged: false,
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

  it('by its own limits where collateral and debt follow one price', () => {
    const near: Look = { level: 'low', buffer: '0.039', pegged: true, at: 0 };
    const { vigil } = cross(unseen, near);
    const back = { ...near, level: 'watch' as const, at: 1000 };
    expect(cross(vigil, { ...back, buffer: '0.049' }).vigil.told).toBe('low');
    expect(cross(vigil, { ...back, buffer: '0.051' }).vigil.told).toBe('watch');
  });
});

const SEED = 20261121;
const RUNS = 10_000;

it(`holds on ${RUNS} random paths (seed ${SEED})`, () => {
  const step = fc.record({
    to: fc.integer({ min: -100, max: 600 }),
    after: fc.integer({ min: 1, max: 900 }),
  });
  let alerts = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      let vigil = unseen;
      let at = 0;
      let last: { at: number; rank: number } | null = null;
      /** The highest the buffer has been since the last alert. */
      let highest = 1;
      for (const { to, after } of steps) {
        at += after;
        const buffer = to / 1000;
        highest = Math.max(highest, buffer);
        const next = cross(vigil, look(buffer, at));
        const now = rank[levelAt(buffer)];
        // Worse than ever told, and worth telling: never missed.
        if (now >= 2 && now > (last?.rank ?? 0)) expect(next.alert).toBe('crossing');
        if (next.alert !== null) {
          alerts++;
          expect(now).toBeGreaterThanOrEqual(2);
          if (last && now <= last.rank) expect(at - last.at).toBeGreaterThanOrEqual(600);
          // A second alert of the same or a lesser level: only after a recovery by 5%, or as a reminder of the worst two.
          if (last && now <= last.rank && next.alert === 'crossing')
            expect(highest).toBeGreaterThanOrEqual((limits[now - 1]?.[0] ?? 0) + 0.05 - 1e-9);
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
