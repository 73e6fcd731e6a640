import { expect, it } from 'vitest';
import { compareReplica } from './replica';

const SEED = 20261120;

it(`gives the verdict and the health factor of Aave v2 on random positions (seed ${SEED})`, async () => {
  const { positions, liquidatable, nearTheEdge, stable } = await compareReplica(90, SEED);
  expect(positions).toBeGreaterThanOrEqual(1_000);
  expect(liquidatable).toBeGreaterThan(100);
  expect(nearTheEdge).toBeGreaterThan(300);
  expect(stable).toBeGreaterThan(10);
}, 180_000);
