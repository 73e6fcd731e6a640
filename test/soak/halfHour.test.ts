import { readdirSync, readFileSync } from 'node:fs';
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

it('the oracle uses nothing but itself', () => {
  const folder = new URL('oracle/', import.meta.url);
  const imports = readdirSync(folder).flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from),
  );
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((from) => !from?.startsWith('./'))).toEqual([]);
});
