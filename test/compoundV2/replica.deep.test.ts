import { expect, it } from 'vitest';
import { compareReplica } from './replica';

const SEED = Number(process.env.SEED ?? 20261121);

it(`gives Compound v2's verdict and liquidity on 10,000 random positions (seed ${SEED})`, async () => {
  const { positions } = await compareReplica({ accounts: 120, shocks: 40 }, SEED);
  expect(positions).toBeGreaterThanOrEqual(10_000);
}, 1_200_000);
