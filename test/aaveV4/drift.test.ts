import { beforeAll, describe, expect, it } from 'vitest';
import type { Drift } from '../../src/model/rates';
import { drift } from '../../src/risk/drift';
import { type RecordedPosition, recorded } from '../replay/aaveV4';
import { restOf } from '../support/drift';
import { leftAlone } from './leftAlone';
import { ratesOf } from './ratesAt';

const YEAR = 31_536_000;
const HOUR = 3_600;

const isIn = (margin: number, most: number): boolean => margin >= 0 && margin < most;

/** Prices, rates and the owner stay as they are, by the contracts' own arithmetic. */
describe('interest alone', () => {
  const ways = [
    ['nobody touches the pools', {}],
    ['they are touched every six hours', { every: 6 * HOUR }],
  ] as const;
  const safe = recorded.positions.filter(({ truth }) => truth.flips?.length && !truth.liquidatableNow);
  let all: ({ readonly of: RecordedPosition; readonly span: Drift } & Awaited<ReturnType<typeof ratesOf>>)[];
  beforeAll(async () => {
    const read = async (of: RecordedPosition) => {
      const { position, rates } = await ratesOf(of);
      return { of, position, rates, span: drift(position, rates)! };
    };
    all = await Promise.all(safe.map(read));
  });

  it.each(ways)('liquidates when we say, if %s', (_, course) => {
    const sooner = all.filter(({ span: { now } }) => typeof now === 'number');
    expect(sooner).toHaveLength(16);
    for (const { of, position, rates, span } of sooner) {
      const { travel, margin } = leftAlone(of, position, course);
      travel(Number(span.now));
      // What is left is what compounding in every instant is ahead of simple interest that began a while ago.
      const rate = Math.max(...rates.debt.map((each) => Number(each!.own) / 1e27));
      const began = Math.max(...[...rates.collateral, ...rates.debt].map((each) => each!.since)) / YEAR;
      const x = rate * (Number(span.now) / YEAR);
      const ahead = restOf(1)(x) + x * rate * began + 1e-8;
      expect({ id: of.id, ahead, isIn: isIn(margin(), ahead) }).toMatchObject({ isIn: true });
    }
  });

  it.each(ways)('does not in ten years where we say so, if %s', (_, course) => {
    const later = all.filter(({ span: { now } }) => typeof now !== 'number');
    expect(later).toHaveLength(6);
    for (const { of, position } of later) {
      const { travel, margin } = leftAlone(of, position, course);
      travel(10 * YEAR);
      expect([of.id, margin() >= 0]).toEqual([of.id, true]);
    }
  });

  it.each(ways)('liquidates no sooner than we say with its pools used up, if %s', (_, course) => {
    for (const { of, position, span } of all) {
      const { travel, margin } = leftAlone(of, position, { ...course, usedUp: true });
      travel(typeof span.worst === 'number' ? span.worst : 10 * YEAR);
      // Of these no pool of a debt is one of the collateral, so that what is earned stays as it is; they pay below 50%.
      const isApart = ['g-v4-02', 'g-v4-15'].includes(of.id);
      const most = isApart ? restOf(1)((0.5 * Number(span.worst)) / YEAR) : Number.POSITIVE_INFINITY;
      expect({ id: of.id, isIn: isIn(margin(), most) }).toMatchObject({ isIn: true });
    }
  });
});
