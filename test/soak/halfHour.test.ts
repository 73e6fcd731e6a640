import { expect, it } from 'vitest';
import { soak } from './soak';

const SEED = Number(process.env.SEED ?? 20261121);

/** The short form of day.soak.test.ts: a part of every run, and busier than life. */
it(`half an hour of 5 wallets with faults at random, seed ${SEED}`, async () => {
  const { wrong, ...report } = await soak({ seed: SEED, wallets: 5, hours: 0.5, haste: 4 });
  console.log(JSON.stringify(report));
  expect(wrong).toEqual([]);
  expect(Object.keys(report.alerts)).not.toEqual([]);
}, 120_000);
