import { type AbiFunction, encodeFunctionResult, getAddress, toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Address } from '../../model/asset';
import type { OracleFacts } from '../../model/oracle';
import type { Call, Hex, Memo, Result } from '../../model/reader';
import { feedAbi } from './abi';
import { readOracles } from './read';

/** The feeds that are deployed are in no package and on no recording: these answer by hand, under the contracts' names. */
type Feed = Readonly<Record<string, unknown>>;
type Feeds = Readonly<Record<Address, Feed>>;

const at = (number: number): Address => getAddress(`0x${number.toString(16).padStart(40, '0')}`);
const [feed, second, third, fourth] = [at(0xa1), at(0xa2), at(0xa3), at(0xa4)];
const NOW = 1_800_000_000n;
const AN_HOUR_AGO = Number(NOW) - 3600;
const blockTime = '0x0f28c97d';
const names = new Map(feedAbi.map((item) => [toFunctionSelector(item as AbiFunction), item as AbiFunction]));
const refused: Result = { ok: false, data: '0x' };
const word = (value: bigint): Hex => `0x${value.toString(16).padStart(64, '0')}`;

function answer(feeds: Feeds, { to, data }: Call): Result {
  if (data === blockTime) return { ok: true, data: word(NOW) };
  const asked = names.get(data);
  const said = asked && feeds[to]?.[asked.name];
  if (said === undefined) return refused;
  // Bytes that are no address stand for themselves.
  if (typeof said === 'string' && said.startsWith('0x') && said.length !== 42)
    return { ok: true, data: said as Hex };
  const abi = [asked] as readonly AbiFunction[];
  return { ok: true, data: encodeFunctionResult({ abi, functionName: asked!.name, result: said as never }) };
}

interface Told {
  readonly memo: Memo;
  readonly facts: OracleFacts | undefined;
  /** Of each round: how many questions, the block's time not counted. */
  readonly asked: readonly number[];
}

function read(feeds: Feeds, memo: Memo = { feeds: [feed] }, rounds = 4): Told {
  const reader = readOracles(memo, rounds);
  const asked: number[] = [];
  let step = reader.next([]);
  while (!step.done) {
    asked.push(step.value.length - 1);
    step = reader.next(step.value.map((call) => answer(feeds, call)));
  }
  return { memo: step.value.memo, facts: step.value.oracles?.[feed], asked };
}

const round = (updatedAt: bigint | number) => [1n, 5n, 0n, BigInt(updatedAt), 1n];
const chainlink: Feed = {
  description: 'ETH / USD',
  latestTimestamp: BigInt(AN_HOUR_AGO),
  latestRoundData: round(AN_HOUR_AGO),
};
const plain: OracleFacts = {
  description: 'ETH / USD',
  updatedAt: AN_HOUR_AGO,
  capped: null,
  fixed: false,
  discounted: false,
};

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
  ])('a name is cleaned: %s', (_, said, shown) => {
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
