import { describe, expect, it } from 'vitest';
import type { SearchState } from '../model/snapshot';
import { gapWords } from './searching';

const state = (from: string, failure: string | null = null): SearchState => ({
  searched: { from, to: '1999', first: '1000', range: '1', ids: [], authorized: [] },
  at: 0,
  failure,
});
const words = (given: SearchState | null) => gapWords('Morpho Blue on Base', given);

describe('a search of events', () => {
  it.each([
    [null, 0],
    [{ searched: null, at: 0, failure: null }, 0],
    [state('2000'), 0],
    [state('1990'), 1],
    [state('1500'), 50],
    [state('1001'), 99],
  ])('that is not over says how far it is: %j', (given, percent) => {
    expect(words(given)).toBe(
      `The search for loans in Morpho Blue on Base is at ${percent}%: older ones are not shown yet.`,
    );
  });

  it('that is over needs no words', () => {
    expect(words(state('1000'))).toBeNull();
  });

  it.each([state('1000', 'x'), state('1500', 'x'), { searched: null, at: 0, failure: 'x' }])(
    'that fails says so: %j',
    (given) => {
      expect(words(given)).toBe(
        'Loans in Morpho Blue on Base cannot be searched for now: some may not be shown.',
      );
    },
  );
});
