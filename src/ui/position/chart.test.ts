import { expect, test } from 'vitest';
import { frame, scalesOf } from './chart';

const { width, height, left, right, top, bottom } = frame;

test('the plot fills its frame from the deepest fall to the highest rise', () => {
  const { x, y } = scalesOf([-0.6, 0, 0.2], [0.8, 2, 2.4]);
  expect([x(-0.6), x(0.2)]).toEqual([left, width - right]);
  expect([y(0), y(2.4)]).toEqual([height - bottom, top]);
});

test.each([
  [[0.2, 0.4], 1.5],
  [[0.8, 2.4], 2.4],
  [[2, 90], 3],
])('health factors of %j are drawn up to %d', (healthFactors, highest) => {
  expect(scalesOf([-0.6, 0.2], healthFactors).top).toBe(highest);
});
