import { expect, it } from 'vitest';
import { compareReplica } from './replica';

const SEED = 20261120;

for (const version of ['3.6', '3.0'] as const) {
  it(`gives the verdict and the health factor of Aave ${version} on random positions (seed ${SEED})`, async () => {
    const { positions, liquidatable, nearTheEdge } = await compareReplica(version, { accounts: 70 }, SEED);
    expect(positions).toBeGreaterThanOrEqual(1_000);
    expect(liquidatable).toBeGreaterThan(100);
    expect(nearTheEdge).toBeGreaterThan(300);
  }, 180_000);
}
