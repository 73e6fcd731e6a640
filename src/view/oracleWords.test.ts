import { describe, expect, it } from 'vitest';
import type { OracleFacts } from '../model/oracle';
import { oracleWords } from './oracleWords';

const FEED = '0x5424384B256154046E9667dDFaaa5e550145215e';
const NOW = 1_800_000_000;
const fresh: OracleFacts = {
  description: 'ETH / USD',
  updatedAt: NOW - 720,
  capped: null,
  fixed: false,
  discounted: false,
};
const words = (facts: Partial<OracleFacts>) =>
  oracleWords(FEED, { oracles: { [FEED]: { ...fresh, ...facts } }, now: NOW * 1000 });
const end = `. Feed ${FEED}`;

describe('of a feed', () => {
  it('name, age and address are there, and nothing is marked', () => {
    expect(words({})).toEqual({ source: `ETH / USD, updated 12 min ago${end}`, labels: [] });
  });

  it('nothing is said before it has been asked', () => {
    expect(oracleWords(FEED, { oracles: {}, now: NOW * 1000 })).toEqual({ source: null, labels: [] });
  });

  it('what it does not tell is said to be untold', () => {
    const { source, labels } = words({ description: null, updatedAt: null });
    expect(source).toBe(`a feed without a name, it does not say how old its price is${end}`);
    expect(labels).toEqual([]);
  });

  it('a cap is marked in force, and told otherwise', () => {
    expect(words({ capped: true }).labels).toEqual(['capped price: without its cap it would be higher']);
    expect(words({ capped: false })).toEqual({
      source: `ETH / USD, updated 12 min ago, cap not reached${end}`,
      labels: [],
    });
  });

  it('a fixed price is marked, and has no age', () => {
    expect(words({ fixed: true, updatedAt: null })).toEqual({
      source: `ETH / USD, a fixed price${end}`,
      labels: ['fixed price: it does not follow the market'],
    });
  });

  it('a discount is told', () => {
    expect(words({ discounted: true }).source).toContain('less a discount that shrinks');
  });

  it.each([
    [26 * 3600, []],
    [26 * 3600 + 1, ['old price: not updated for 26 h']],
    [31 * 3600 + 3599, ['old price: not updated for 31 h']],
  ])('a price of %i seconds is marked as old after 26 hours, and not before (fault 32)', (age, labels) => {
    expect(words({ updatedAt: NOW - age }).labels).toEqual(labels);
  });
});
