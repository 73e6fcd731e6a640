import { expect, it } from 'vitest';
import { compareSeizures } from './seizure';

const SEED = 20261122;

for (const version of ['3.6', '3.0'] as const) {
  it(`sizes a liquidation as Aave ${version} carries it out, on random positions (seed ${SEED})`, async () => {
    const tally = await compareSeizures(version, 90, SEED);
    expect(tally.positions).toBeGreaterThanOrEqual(36);
    for (const kind of ['half', 'wholeDebt', 'wholeCollateral', 'eMode'] as const) {
      expect(tally[kind], kind).toBeGreaterThanOrEqual(5);
    }
    if (version === '3.6') expect(tally.dustAvoided).toBeGreaterThan(0);
  }, 120_000);
}
