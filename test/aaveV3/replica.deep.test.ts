import { expect, it } from 'vitest';
import { compareReplica } from './replica';

const SEED = Number(process.env.SEED ?? 20261121);

for (const version of ['3.6', '3.0'] as const) {
  it(`gives the verdict and the health factor of Aave ${version} on 10,000 random positions (seed ${SEED})`, async () => {
    const { positions } = await compareReplica(version, { accounts: 200, shocks: 18 }, SEED);
    expect(positions).toBeGreaterThanOrEqual(10_000);
  }, 1_200_000);
}
