import type { PriceLine, Rules } from '../../model/rules';
import { verdicts } from '../aaveV3/rules';
import { mayDecrease } from './rules.decrease';
import type { AaveV2Position } from './rules.position';
import { seizureOf } from './rules.seizure';

/** The unit's own feed: there is none. */
const NO_FEED = '0x0000000000000000000000000000000000000000';

/** 3.0 took its verdicts over from v2 as they were. */
export const rules: Rules<AaveV2Position> = {
  ...verdicts,
  along(position) {
    const lineOf = verdicts.along(position);
    return (feed) => (feed === NO_FEED ? still(!verdicts.liquidatable(position)) : lineOf(feed));
  },
  seizure: seizureOf,
  refusal: (position, action) =>
    verdicts.refusal(position, action) ??
    (mayDecrease(position, action) ? null : 'it would make the position liquidatable'),
};

/** A price that is 1 by definition goes nowhere. */
const still = (isSafe: boolean): PriceLine => ({
  danger: 'below',
  safe: () => isSafe,
  surelySafeTo: (price, limit) => (isSafe ? limit : price),
  steadyTo: (_, limit) => limit,
});
