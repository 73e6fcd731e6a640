import { expect, test } from 'vitest';
import { defaultPlace, inside, nudged, samePlace } from './place';

const window = { width: 1000, height: 600 };
const badge = { width: 200, height: 50 };

test('a place inside the window is kept', () => {
  expect(inside(defaultPlace, window, badge)).toEqual(defaultPlace);
});

test.each([
  [
    { right: -40, bottom: 9000 },
    { right: 8, bottom: 542 },
  ],
  [
    { right: 9000, bottom: -3 },
    { right: 792, bottom: 8 },
  ],
])('%j is brought back to %j', (lost, found) => {
  expect(inside({ ...defaultPlace, ...lost }, window, badge)).toMatchObject(found);
});

test('in a window smaller than the badge it keeps to the right bottom corner', () => {
  expect(inside(defaultPlace, { width: 100, height: 40 }, badge)).toMatchObject({ right: 8, bottom: 8 });
});

test('arrow keys move by a step, with Shift by five, and other keys do not', () => {
  expect(nudged(defaultPlace, 'ArrowLeft', false)).toMatchObject({ right: 32, bottom: 88 });
  expect(nudged(defaultPlace, 'ArrowDown', true)).toMatchObject({ right: 16, bottom: 8 });
  expect(nudged(defaultPlace, 'Enter', false)).toBeNull();
});

test('a place is compared by all of its parts', () => {
  expect(samePlace(defaultPlace, { ...defaultPlace })).toBe(true);
  expect(samePlace(defaultPlace, { ...defaultPlace, folded: true })).toBe(false);
  expect(samePlace(null, defaultPlace)).toBe(false);
});
