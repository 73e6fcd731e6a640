import { expect, it } from 'vitest';
import { compareReplica } from './replica';

const SEED = Number(process.env.SEED ?? 20261121);

it(`gives Morpho Blue's verdict on 10,000 random positions (seed ${SEED})`, async () => {
  const { positions } = await compareReplica({ accounts: 80, shocks: 24 }, SEED);
  expect(positions).toBeGreaterThanOrEqual(10_000);
}, 1_200_000);
