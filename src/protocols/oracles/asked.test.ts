import { describe, expect, it } from 'vitest';
import {
  AN_HOUR_AGO,
  at,
  chainlink,
  feed,
  fourth,
  NOW,
  plain,
  read,
  round,
  second,
  third,
} from '../../../test/oracles/byHand';
import type { Address } from '../../model/asset';

describe('what is asked', () => {
  const capped = {
    [feed]: { description: 'Capped', isCapped: true, BASE_TO_USD_AGGREGATOR: second },
    [second]: chainlink,
  };

  it('is nothing without a feed', () => {
    expect(read({}, {}).asked).toEqual([]);
  });

  it('is everything once and then one word, or two with a cap', () => {
    const first = read({ [feed]: chainlink });
    expect(first.asked).toHaveLength(1);
    expect(read({ [feed]: chainlink }, first.memo)).toMatchObject({ asked: [1], facts: plain });
    const learnt = read(capped);
    expect(learnt.asked).toHaveLength(2);
    const again = read(capped, learnt.memo);
    expect(again.asked).toEqual([2]);
    expect(again.facts).toEqual(learnt.facts);
  });

  it('is not what a feed passes on of those behind it, and of a fixed price nothing', () => {
    const product = { latestRoundData: round(NOW), priceFeedA: second, priceFeedB: third };
    const feeds = { [feed]: product, [second]: chainlink, [third]: chainlink };
    expect(read(feeds, read(feeds).memo).asked).toEqual([2]);
    const constant = { [feed]: { constantPrice: 1n, latestRoundData: round(NOW) } };
    expect(read(constant, read(constant).memo).asked).toEqual([0]);
  });

  it('is one round at a time where told so, and nothing is said before the whole is known', () => {
    const first = read(capped, { feeds: [feed] }, 1);
    expect(first.facts).toBeUndefined();
    expect(read(capped, first.memo, 1).facts).toMatchObject({ capped: true, updatedAt: AN_HOUR_AGO });
  });

  it('is a few new feeds at a time', () => {
    const many = Array.from({ length: 20 }, (_, index) => at(0x100 + index));
    const feeds = Object.fromEntries(many.map((each) => [each, chainlink]));
    const { asked, memo } = read(feeds, { feeds: many }, 6);
    expect(Math.max(...asked)).toBeLessThan(150);
    expect(read(feeds, memo).asked).toEqual([20]);
  });

  it('is asked anew of a memo that is corrupt, and a feed no longer used is forgotten', () => {
    const { memo } = read(capped);
    for (const known of [null, 'x', { [feed]: 5 }, { [feed]: { sources: ['y'] } }])
      expect(read(capped, { ...memo, known }).facts).toMatchObject({ capped: true });
    expect(read(capped, { ...memo, feeds: [second] }).memo).toEqual({
      feeds: [second],
      known: { [second]: (memo.known as Record<Address, unknown>)[second] },
    });
    expect(read(capped, { feeds: 'x' }).asked).toEqual([]);
    expect(read(capped, { feeds: [fourth] }).facts).toBeUndefined();
  });
});
