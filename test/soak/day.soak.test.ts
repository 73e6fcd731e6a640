import { expect, it } from 'vitest';
import { soak } from './soak';

const SEED = Number(process.env.SEED ?? 20261121);
const HOURS = Number(process.env.HOURS ?? 24);

/** The first hundreds of rounds fill caches. */
const WARM = 3;

it(`a day of 20 wallets with faults at random, seed ${SEED}`, async () => {
  const began = performance.now();
  const { wrong, ...report } = await soak({ seed: SEED, wallets: 20, hours: HOURS });
  const growth = slopeOf(report.heap.slice(WARM));
  console.log(JSON.stringify({ ...report, growth, seconds: Math.round((performance.now() - began) / 1000) }));
  expect(wrong).toEqual([]);
  expect(Object.keys(report.alerts)).toEqual(
    expect.arrayContaining(['low', 'critical', 'liquidatable', 'blind', 'drop']),
  );
  // Megabytes every hundred rounds.
  expect(growth).toBeLessThan(0.3);
}, 3_600_000);

/** Least squares, per sample. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const up = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  const down = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return down === 0 ? 0 : up / down;
}
