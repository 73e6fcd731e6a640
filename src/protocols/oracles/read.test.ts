import { describe, expect, it } from 'vitest';
import {
  AN_HOUR_AGO,
  at,
  chainlink,
  type Feed,
  feed,
  NOW,
  names,
  plain,
  read,
  round,
  second,
  third,
  word,
} from '../../../test/oracles/byHand';
import { feedAbi } from './abi';

describe('what a feed says of itself', () => {
  it('Chainlink’s proxy: its name and when it was updated', () => {
    expect(read({ [feed]: chainlink }).facts).toEqual(plain);
  });

  it('one that lacks latestTimestamp, or says 0 there: the time of its round', () => {
    const { latestTimestamp: _, ...without } = chainlink;
    expect(read({ [feed]: without }).facts).toEqual(plain);
    expect(read({ [feed]: { ...chainlink, latestTimestamp: 0n } }).facts).toEqual(plain);
  });

  it.each([
    ['in force', true],
    ['not reached', false],
  ])('Aave’s cap, %s: with the time of the older of the feeds behind it', (_, capped) => {
    const older = AN_HOUR_AGO - 500;
    const feeds = {
      [feed]: {
        description: 'Capped wstETH / stETH(ETH) / USD',
        isCapped: capped,
        BASE_TO_USD_AGGREGATOR: second,
        RATIO_PROVIDER: third,
      },
      [second]: chainlink,
      [third]: { ...chainlink, latestTimestamp: BigInt(older) },
    };
    const description = 'Capped wstETH / stETH(ETH) / USD';
    expect(read(feeds).facts).toEqual({ ...plain, description, capped, updatedAt: older });
  });

  it('a principal token: the cap, the discount and the time of what is behind it', () => {
    const name = 'PT Capped USDe USDT/USD linear discount 31JUL2025';
    const feeds = {
      [feed]: { description: name, discountRatePerYear: 7n, ASSET_TO_USD_AGGREGATOR: second },
      [second]: { description: 'Capped USDT/USD', isCapped: true, ASSET_TO_USD_AGGREGATOR: third },
      [third]: chainlink,
    };
    expect(read(feeds).facts).toEqual({ ...plain, description: name, capped: true, discounted: true });
  });

  it('Compound’s product of two feeds: the older time, not the one that it passes on', () => {
    const feeds = {
      [feed]: {
        description: 'wstETH / USD',
        latestRoundData: round(NOW),
        priceFeedA: second,
        priceFeedB: third,
      },
      [second]: chainlink,
      [third]: { ...chainlink, latestTimestamp: NOW },
    };
    expect(read(feeds).facts).toMatchObject({ description: 'wstETH / USD', updatedAt: AN_HOUR_AGO });
  });

  it('Morpho’s oracle, which has no name: those of its feeds, and a rate without a time does not hide theirs', () => {
    const none = at(0);
    const feeds = {
      [feed]: {
        price: 5n,
        BASE_FEED_1: second,
        BASE_FEED_2: third,
        QUOTE_FEED_1: none,
        QUOTE_FEED_2: none,
        BASE_VAULT: none,
        QUOTE_VAULT: none,
      },
      [second]: { description: 'wstETH/stETH exchange rate', latestRoundData: round(0) },
      [third]: chainlink,
    };
    const description = 'wstETH/stETH exchange rate, ETH / USD';
    expect(read(feeds).facts).toEqual({ ...plain, description });
  });

  const scale = Object.fromEntries(
    ['BASE_FEED_1', 'BASE_FEED_2', 'QUOTE_FEED_1', 'QUOTE_FEED_2', 'BASE_VAULT', 'QUOTE_VAULT'].map(
      (name) => [name, at(0)],
    ),
  );
  it.each<[string, Feed]>([
    ['Compound’s', { description: 'Constant price feed', constantPrice: 1n, latestRoundData: round(NOW) }],
    ['Aave’s', { description: 'Fixed USDG / USD', PRICE: 1n }],
    ['Aave’s that can be set', { description: 'Fixed USDG / USD', price: 1n }],
    ['one dollar', { description: 'ONE USD', ONE_USD: 1n, latestRoundData: round(NOW) }],
    ['GHO’s', { GHO_PRICE: 1n }],
    ['Morpho’s without a feed or vault', { ...scale, price: 1n }],
  ])('a fixed price has no age: %s', (_, each) => {
    const facts = read({ [feed]: each }).facts;
    expect(facts).toMatchObject({ fixed: true, updatedAt: null });
  });

  it.each<[string, Feed]>([
    ['Morpho’s over a vault', { ...scale, BASE_VAULT: third, price: 1n }],
    ['a price without a name', { price: 1n }],
    ['a name alone', { description: 'Fixed USDG / USD' }],
  ])('is not called fixed: %s', (_, each) => {
    expect(read({ [feed]: each }).facts?.fixed).toBe(false);
  });

  it.each<[string, bigint]>([
    ['0', 0n],
    ['of the future', NOW + 1n],
    ['in milliseconds', NOW * 1000n],
    ['before Ethereum', 1_000_000n],
    ['of 256 bits', 2n ** 256n - 1n],
  ])('a time that is none is null: %s', (_, time) => {
    const feeds = { [feed]: { ...chainlink, latestTimestamp: time, latestRoundData: round(time) } };
    expect(read(feeds).facts).toEqual({ ...plain, updatedAt: null });
  });

  it.each<[string, string, string | null]>([
    ['control and direction characters', 'ETH\u202e / \u0007USD\n\tx', 'ETH / USD x'],
    ['too long', 'a'.repeat(500), 'a'.repeat(60)],
    ['only blanks', ' \u200b\u00a0 ', null],
    ['empty', '', null],
  ])('a name is cleaned: %s (threat: hostile symbols)', (_, said, shown) => {
    expect(read({ [feed]: { ...chainlink, description: said } }).facts?.description).toBe(shown);
  });

  it.each<[string, Feed]>([
    ['reverts at everything', {}],
    ['is no contract', Object.fromEntries([...names.values()].map(({ name }) => [name, '0x']))],
    ['answers half a word', { description: '0x00', latestTimestamp: '0x01', isCapped: '0x', price: '0x12' }],
    ['answers a length of its own', { description: `${word(32n)}${'ff'.repeat(32)}` }],
    ['has words after the end', { latestTimestamp: `${word(NOW)}${'00'.repeat(32)}` }],
    ['says neither yes nor no', { isCapped: word(2n) }],
    ['says yes to everything', Object.fromEntries(feedAbi.map(({ name }) => [name, word(1n)]))],
  ])('nothing is known of one that %s, and it ends well', (_, each) => {
    expect(read({ [feed]: each }).facts).toEqual({ ...plain, description: null, updatedAt: null });
  });

  it('a feed that stands behind itself, and feeds without an end, come to an end', () => {
    expect(read({ [feed]: { ...chainlink, underlyingPriceFeed: feed } }).facts).toEqual(plain);
    const [a, b] = [{ underlyingPriceFeed: second }, { underlyingPriceFeed: feed }];
    expect(read({ [feed]: a, [second]: b }).facts).toMatchObject({ updatedAt: null });
  });
});
