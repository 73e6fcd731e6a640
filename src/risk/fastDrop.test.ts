import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sample } from '../model/alert';
import { fastDrop } from './fastDrop';

const choice = { share: '0.25', minutes: 30 };
const SEED = 20261121;

function along(looks: readonly (readonly [minute: number, buffer: string])[], isKnown = false) {
  let samples: readonly Sample[] = [];
  return looks.map(([minute, buffer]) => {
    const drop = fastDrop(samples, { at: minute * 60, buffer }, choice, isKnown);
    samples = drop.samples;
    return drop.fall?.share ?? null;
  });
}

it('a quarter of the buffer within half an hour is one, by the last digit', () => {
  expect(along([[0, '0.4'], [30, '0.3']])).toEqual([null, '0.25']); // biome-ignore format: a path
  expect(along([[0, '0.4'], [30, '0.300001']])).toEqual([null, null]); // biome-ignore format: a path
  expect(along([[0, '0.4'], [31, '0.3']])).toEqual([null, null]); // biome-ignore format: a path
});

it('is measured from the highest of the time, however often it is looked', () => {
  expect(along([[0, '0.3'], [1, '0.4'], [2, '0.39'], [20, '0.29']]).at(-1)).toBe('0.275'); // biome-ignore format: a path
});

it('a rise of a position that is known to be in danger is no height', () => {
  const path = [[0, '0.18'], [1, '0.22'], [2, '0.16']] as const; // biome-ignore format: a path
  expect(along(path).at(-1)).not.toBeNull();
  expect(along(path, true).at(-1)).toBeNull();
});

it('where nothing is left there is nothing to lose', () => {
  expect(along([[0, '-0.1'], [1, '-0.2']])).toEqual([null, null]); // biome-ignore format: a path
});

it(`remembers few, and misses no fall from a height that was seen (seed ${SEED})`, () => {
  const step = fc.record({
    after: fc.integer({ min: 1, max: 600 }),
    buffer: fc.integer({ min: 1, max: 900 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let samples: readonly Sample[] = [];
      const all: { at: number; buffer: number }[] = [];
      let at = 0;
      for (const { after, buffer } of steps) {
        at += after;
        const drop = fastDrop(samples, { at, buffer: `${buffer / 1000}` }, choice);
        samples = drop.samples;
        expect(samples.length).toBeLessThanOrEqual(10);
        all.push({ at, buffer });
        // Every fall that is told is one from a height that was seen in the time.
        const highest = Math.max(...all.filter((each) => at - each.at <= 1800).map((each) => each.buffer));
        if (drop.fall) expect(buffer).toBeLessThanOrEqual(highest * 0.75 + 1e-9);
        // The highest of the first twenty-six minutes stands for its part of the time.
        const sure = Math.max(...all.filter((each) => at - each.at <= 1575).map((each) => each.buffer));
        if (buffer <= sure * 0.75 - 1e-9) expect(drop.fall).not.toBeNull();
      }
    }),
    { numRuns: 2_000, seed: SEED },
  );
});
