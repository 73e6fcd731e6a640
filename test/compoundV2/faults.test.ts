import type { Hex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call, Memo, Reading, Result } from '../../src/model/reader';
import { compoundV2 } from '../../src/protocols/compoundV2';
import { createCompoundV2 } from '../localnet/compoundV2';
import { type Localnet, startLocalnet } from '../localnet/start';
import { askRound } from '../support/askRound';
import { borrowerOf } from './books';
import { readCompound } from './readCompound';

const OWNER = borrowerOf(0xa000);
const [market] = compoundV2.markets;
const REVERTED: Result = { ok: false, data: '0x' };
const LIQUIDITY = '0x5ec88c79';
const SNAPSHOT = '0xc37f68e2';

const faults: Record<string, (result: Result) => Result> = {
  reverts: () => REVERTED,
  'is empty': () => ({ ok: true, data: '0x' }),
  'is a word short': ({ data }) => ({ ok: true, data: data.slice(0, -64) as Hex }),
  'is a word long': ({ data }) => ({ ok: true, data: `${data}${'0'.repeat(64)}` }),
};

describe('an answer that is missing or malformed is an error of the market, never a figure', () => {
  let net: Localnet;
  let memo: Memo;
  let calls: readonly Call[];
  let results: readonly Result[];
  beforeAll(async () => {
    net = await startLocalnet();
    const compound = createCompoundV2(net.client);
    await compound.mint('cETH', OWNER, 10n ** 19n);
    await compound.enter(OWNER, ['cETH']);
    await compound.borrow('cUSDC', OWNER, 10n ** 10n);
    ({ memo } = await readCompound(net.client, OWNER));
    const first = compoundV2.read(market!, OWNER, memo).next();
    calls = first.done ? [] : first.value;
    ({ results } = (await askRound(net.client, calls)).round);
  });
  afterAll(() => net.stop());

  function readingOf(given: readonly Result[]): Reading {
    const reader = compoundV2.read(market!, OWNER, memo);
    reader.next();
    const end = reader.next(given);
    if (!end.done) throw new Error('it asks again');
    return end.value;
  }

  const placeOf = (selector: string) => calls.findIndex(({ data }) => data.startsWith(selector));
  /** The first word of the answer to a call, replaced. */
  function saying(selector: string, word: bigint): readonly Result[] {
    const place = placeOf(selector);
    const rest = results[place]!.data.slice(66);
    return results.with(place, { ok: true, data: `0x${word.toString(16).padStart(64, '0')}${rest}` });
  }

  it.each(Object.entries(faults))('when any one of a warm round %s', (_, spoil) => {
    expect([readingOf(results).positions[0]?.agrees, calls.length]).toEqual([true, 16]);
    const suffered = results.flatMap((result, place) => {
      try {
        readingOf(results.with(place, spoil(result)));
        return [];
      } catch {
        return [place];
      }
    });
    // Whether the market of the collateral is deprecated is nothing to its owner: it is asked because it may be a debt.
    expect(suffered.length).toBe(15);
  });

  it('when the results end early', () => {
    expect(() => readingOf(results.slice(0, 3))).toThrow('The contract did not answer');
    expect(() => readingOf([])).toThrow('The contract did not answer getAssetsIn.');
  });

  it('when the Comptroller answers with an error code', () => {
    expect(() => readingOf(saying(LIQUIDITY, 15n))).toThrow(
      'Compound cannot judge the position now (error 15).',
    );
    expect(() => readingOf(saying(LIQUIDITY, 13n))).toThrow('Its oracle gives no price for an asset.');
  });

  it('when a cToken answers with an error code', () => {
    expect(() => readingOf(saying(SNAPSHOT, 9n))).toThrow('A market cannot say what the owner has in it.');
  });

  it('when liquidity is another than our rules find: the figure is marked', () => {
    const place = placeOf(LIQUIDITY);
    const { data } = results[place]!;
    const off = `${data.slice(0, 129)}${data[129] === '7' ? '8' : '7'}${data.slice(130)}` as Hex;
    const [position] = readingOf(results.with(place, { ok: true, data: off })).positions;
    expect([position?.agrees, position?.contract?.liquidatable]).toEqual([false, false]);
  });
});
