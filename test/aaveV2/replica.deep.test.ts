import { expect, it } from 'vitest';
import { compareReplica } from './replica';

const SEED = Number(process.env.SEED ?? 20261121);

it(`gives the verdict and the health factor of Aave v2 on 10,000 random positions (seed ${SEED})`, async () => {
  const { positions } = await compareReplica(900, SEED);
  expect(positions).toBeGreaterThanOrEqual(10_000);
}, 1_200_000);
