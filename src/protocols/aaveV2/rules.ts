import type { AaveV2Position } from '../../model/position';
import type { PriceLine, Rules } from '../../model/rules';
import { seizureOf } from './rules.seizure';

/** 3.0 took these over from v2 as they were; they are handed in, because rules know no other protocol's. */
type Verdicts = Pick<Rules<AaveV2Position>, 'healthFactor' | 'liquidatable' | 'along'>;

/** The unit's own feed: there is none. */
const NO_FEED = '0x0000000000000000000000000000000000000000';

export const rulesWith = (averaged: Verdicts): Rules<AaveV2Position> => ({
  ...averaged,
  along(position) {
    const lineOf = averaged.along(position);
    return (feed) => (feed === NO_FEED ? still(!averaged.liquidatable(position)) : lineOf(feed));
  },
  seizure: seizureOf,
});

/** A price that is 1 by definition goes nowhere. */
const still = (isSafe: boolean): PriceLine => ({
  danger: 'below',
  safe: () => isSafe,
  surelySafeTo: (price, limit) => (isSafe ? limit : price),
  steadyTo: (_, limit) => limit,
});
