import { encodeErrorResult, type Hex, parseAbi } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call, Memo, Reading, Result } from '../../src/model/reader';
import { morphoBlue } from '../../src/protocols/morphoBlue';
import type { MorphoBluePosition } from '../../src/protocols/morphoBlue/rules.position';
import { createMorpho } from '../localnet/morpho';
import { type Localnet, startLocalnet } from '../localnet/start';
import { askRound } from '../support/askRound';
import { borrowerOf } from './books';
import { readMorpho } from './readMorpho';

const OWNER = borrowerOf(0xa000);
const [market] = morphoBlue.markets;
const REVERTED: Result = { ok: false, data: '0x' };
const LIQUIDATE = '0xd8eabcb8';
const SYMBOL = '0x95d89b41';

const faults: Record<string, (result: Result) => Result> = {
  reverts: () => REVERTED,
  'is empty': () => ({ ok: true, data: '0x' }),
  'is a word short': ({ ok, data }) => ({ ok, data: data.slice(0, -64) as Hex }),
  'is a word long': ({ data }) => ({ ok: true, data: `${data}${'0'.repeat(64)}` }),
};

describe('an answer that is missing or malformed is an error, never a figure', () => {
  let net: Localnet;
  let memo: Memo;
  let calls: readonly Call[];
  let results: readonly Result[];
  let sound: Reading;
  beforeAll(async () => {
    net = await startLocalnet();
    const morpho = createMorpho(net.client);
    for (const name of ['WBTC/USDC', 'wstETH/WETH'] as const) {
      await morpho.supplyCollateral(name, OWNER, 10n ** 8n);
      await morpho.borrow(name, OWNER, 10n ** 7n);
    }
    ({ memo } = await readMorpho(net.client, OWNER));
    const first = morphoBlue.read(market!, OWNER, memo).next();
    calls = first.done ? [] : first.value;
    ({ results } = (await askRound(net.client, calls)).round);
    sound = readingOf(results);
  });
  afterAll(() => net.stop());

  function readingOf(given: readonly Result[]): Reading {
    const reader = morphoBlue.read(market!, OWNER, memo);
    reader.next();
    const end = reader.next(given);
    if (!end.done) throw new Error('it asks again');
    return end.value;
  }

  const shown = (reading: Reading) => reading.positions.map((position) => position.market.id);

  it.each(Object.entries(faults))('when any one of a warm round %s', (_, spoil) => {
    expect([sound.positions.length, sound.errors, calls.length]).toEqual([2, [], 11]);
    for (const [place, result] of results.entries()) {
      const spoilt = results.with(place, spoil(result));
      const isAccrual = result.data === '0x' && result.ok;
      let reading: Reading;
      try {
        reading = readingOf(spoilt);
      } catch {
        continue;
      }
      // accrueInterest returns nothing, so only its revert tells; a verdict that says yes says no more than that.
      const isVerdict = calls[place]?.data.startsWith(LIQUIDATE) ?? false;
      if (isAccrual && spoilt[place]?.ok) continue;
      if (isVerdict && spoilt[place]?.ok) {
        const [marked] = reading.positions.filter(({ agrees }) => !agrees);
        expect(marked).toMatchObject({ agrees: false, contract: { liquidatable: true } });
        continue;
      }
      expect([place, shown(reading).length, reading.errors?.length]).toEqual([place, 1, 1]);
      expect(shown(reading)).not.toContain(reading.errors?.[0]?.market.id);
    }
  });

  it('when the results end early', () => {
    expect(() => readingOf(results.slice(0, 3))).toThrow('The contract did not answer position.');
  });

  it.each([
    ['out of gas', '0x' as Hex],
    [
      'another reason',
      encodeErrorResult({ abi: parseAbi(['error Error(string)']), args: ['insufficient liquidity'] }),
    ],
    ['a custom error', '0x12345678' as Hex],
  ])('when the liquidation fails for %s: that is no verdict', (_, data) => {
    const place = calls.findIndex((call) => call.data.startsWith(LIQUIDATE));
    const { positions, errors } = readingOf(results.with(place, { ok: false, data }));
    expect([positions.length, errors?.map(({ reason }) => reason)]).toEqual([
      1,
      ['Morpho did not say whether it would liquidate.'],
    ]);
  });

  it('when it says another verdict than our rules: the figure is marked, the contract is right', () => {
    const place = calls.findIndex((call) => call.data.startsWith(LIQUIDATE));
    const abi = parseAbi(['error Error(string)']);
    const data = encodeErrorResult({ abi, args: ['transferFrom reverted'] });
    const { positions } = readingOf(results.with(place, { ok: false, data }));
    expect(positions.map((position) => [position.contract?.liquidatable, position.agrees])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('but a symbol is only a name', async () => {
    const { tokens: _, ...nameless } = memo;
    const reader = morphoBlue.read(market!, OWNER, { ...nameless, tokens: {} });
    const first = reader.next();
    const asked = first.done ? [] : first.value;
    const { results: said } = (await askRound(net.client, asked)).round;
    const end = reader.next(said.map((each, at) => (asked[at]?.data === SYMBOL ? REVERTED : each)));
    const [position] = end.done ? (end.value.positions as readonly MorphoBluePosition[]) : [];
    expect(position?.market.name).toBe('Morpho 0x7f39C5/0xC02aaA 94.5%');
    expect(end.done && end.value.memo.tokens).toEqual({});
  });
});
