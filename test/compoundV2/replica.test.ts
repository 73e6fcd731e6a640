import { expect, it } from 'vitest';
import { compareReplica } from './replica';

const SEED = 20261120;

it(`gives Compound v2's verdict and liquidity on random positions (seed ${SEED})`, async () => {
  const { positions, liquidatable, nearTheEdge, attempted } = await compareReplica(
    { accounts: 66, shocks: 6 },
    SEED,
  );
  expect(positions).toBeGreaterThanOrEqual(1_000);
  expect(liquidatable).toBeGreaterThan(200);
  expect(nearTheEdge).toBeGreaterThan(300);
  expect(attempted).toBeGreaterThan(500);
}, 180_000);
