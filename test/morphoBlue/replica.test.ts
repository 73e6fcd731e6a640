import { expect, it } from 'vitest';
import { compareReplica } from './replica';

const SEED = 20261120;

it(`gives Morpho Blue's verdict on random positions (seed ${SEED})`, async () => {
  const { positions, liquidatable, nearTheEdge } = await compareReplica({ accounts: 42, shocks: 3 }, SEED);
  expect(positions).toBeGreaterThanOrEqual(1_000);
  expect(liquidatable).toBeGreaterThan(200);
  expect(nearTheEdge).toBeGreaterThan(300);
}, 180_000);
