import { expect, test } from 'vitest';
import { lines, waterline } from './scale';

const limits = [0.4, 0.2, 0.1] as const;
const at = (buffer: number) =>
  waterline({ level: buffer < 0 ? 'liquidatable' : 'watch', scale: { buffer, limits } });

test('the water stands on a mark exactly where a level begins', () => {
  expect(at(0)).toBe(lines.load);
  expect(at(0.1)).toBe(lines.critical);
  expect(at(0.2)).toBe(lines.low);
  expect(at(0.4)).toBe(lines.watch);
});

test('the water rises as the buffer shrinks, and stands above the load line when it is gone', () => {
  const heights = [0.99, 0.7, 0.41, 0.3, 0.15, 0.05, 0.001, -0.01].map(at);
  expect(heights).toEqual([...heights].sort((a, b) => b - a));
  expect(new Set(heights).size).toBe(heights.length);
  expect(at(-0.01)).toBeLessThan(lines.load);
});

test('a pair that moves together has its own marks', () => {
  expect(waterline({ level: 'watch', scale: { buffer: 0.08, limits: [0.08, 0.04, 0.02] } })).toBe(
    lines.watch,
  );
});

test('by the level alone the water stands in its band', () => {
  expect(waterline({ level: 'critical' })).toBeGreaterThan(lines.load);
  expect(waterline({ level: 'critical' })).toBeLessThan(lines.critical);
  expect(waterline({ level: 'liquidatable' })).toBeLessThan(lines.load);
});
