import { describe, expect, it } from 'vitest';
import type { Hex, Memo, Result } from '../../src/model/reader';
import { read } from '../../src/protocols/compoundV3/read';
import { cometRecording, cometVector } from '../replay/comet';
import { altered } from '../replay/recording';
import { answering, cometCall, REVERTED, reverting } from './altered';
import { marketOf, readComet } from './readComet';

const borrower = cometVector('g-comet-03');
const supplier = cometVector('g-comet-16');

const faults: Record<string, (result: Result) => Result> = {
  reverts: () => REVERTED,
  'is empty': () => ({ ok: true, data: '0x' }),
  'is a word short': ({ data }) => ({ ok: true, data: data.slice(0, -64) as Hex }),
  'is a word long': ({ data }) => ({ ok: true, data: `${data}${'0'.repeat(64)}` }),
};

async function warmCalls(): Promise<{ memo: Memo; count: number }> {
  const { memo, rounds } = await readComet(borrower);
  return { memo, count: rounds[1]!.calls - 3 };
}

describe('an answer that is missing or malformed is an error of the market, never a figure', () => {
  it.each(Object.entries(faults))('when any one of a warm round %s', async (fault, spoil) => {
    const { memo, count } = await warmCalls();
    for (let spoilt = 0; spoilt < count; spoilt++) {
      let place = -1;
      let name: string | undefined;
      const recording = altered(cometRecording(borrower), (call, result) => {
        place++;
        if (place !== spoilt) return null;
        name = cometCall(call)?.name;
        return spoil(result);
      });
      const shown = await readComet(borrower, { memo, recording }).then(
        () => true,
        () => false,
      );
      // accrueAccount returns nothing, so only its revert tells.
      expect([name, shown]).toEqual([name, name === 'accrueAccount' && fault !== 'reverts']);
    }
    expect(count).toBe(12);
  });

  it('when the results end early', async () => {
    const { memo } = await warmCalls();
    const reader = read(marketOf(borrower), borrower.account, memo);
    const { value } = reader.next();
    const count = Array.isArray(value) ? value.length : 0;
    expect(() => reader.next(Array(count - 1).fill(REVERTED))).toThrow();
    const again = read(marketOf(borrower), borrower.account, memo);
    again.next();
    expect(() => again.next([])).toThrow('The contract did not answer userBasic.');
  });

  it('when interest cannot be added: stale figures are not shown', async () => {
    const recording = reverting(cometRecording(borrower), 'accrueAccount');
    await expect(readComet(borrower, { recording })).rejects.toThrow(
      'The market did not add the interest up to this block.',
    );
  });

  it('but a symbol is only a name', async () => {
    const { memo } = await readComet(borrower);
    const symbol = '0x95d89b41';
    const recording = altered(cometRecording(borrower), ({ data }) => (data === symbol ? REVERTED : null));
    const nameless = await readComet(borrower, { recording });
    expect(nameless.position?.collateral.map((held) => held.symbol)).toEqual(['0x9fE467', '0x016587']);
    const named = await readComet(borrower, { memo: nameless.memo });
    expect(named.position?.collateral.map((held) => held.symbol)).toEqual(['LINK', 'WETH']);
    expect(named.memo).toEqual(memo);
  });
});

describe('a broken price feed', () => {
  const wbtc = '0x5FC8d32690cc91D4c39d9d3abcbd16989F875707';
  const weth = '0xa513E6E4b8f2a923D98304ec87F64353C4D5C853';
  const ofFeed = (feed: string) => (args: readonly unknown[]) =>
    String(args[0]).toLowerCase() === feed.toLowerCase();

  it('makes the market unknown, with what the contract says meanwhile: it covered the debt before (fault 36)', async () => {
    const recording = reverting(cometRecording(borrower), 'getPrice', ofFeed(weth));
    await expect(readComet(borrower, { recording })).rejects.toThrow(
      'The price feed of WETH gives no price. Compound itself finds it safe now.',
    );
  });

  it('and that it cannot judge where it comes to the feed itself', async () => {
    const recording = reverting(
      reverting(cometRecording(borrower), 'getPrice', ofFeed(weth)),
      'isLiquidatable',
    );
    await expect(readComet(borrower, { recording })).rejects.toThrow(
      'The price feed of WETH gives no price. Compound itself cannot judge it now.',
    );
  });

  it('is one that answers 0, too (fault 31)', async () => {
    const recording = answering(cometRecording(borrower), 'getPrice', (price, args) =>
      ofFeed(weth)(args) ? 0n : price,
    );
    await expect(readComet(borrower, { recording })).rejects.toThrow(
      'The price feed of WETH gives no price.',
    );
  });

  it('of an asset that the owner does not use is nothing to them', async () => {
    const recording = reverting(cometRecording(borrower), 'getPrice', ofFeed(wbtc));
    expect((await readComet(borrower, { recording })).position?.agrees).toBe(true);
  });

  it('of the base is nothing to somebody who owes nothing', async () => {
    const base = '0xe7f1725e7734ce288f8367e1bb143e90bb3f0512';
    const recording = reverting(cometRecording(supplier), 'getPrice', ofFeed(base));
    expect((await readComet(supplier, { recording })).position?.collateral.length).toBe(3);
  });
});

describe('a market that is not as it should be', () => {
  it('counts in another unit than its base', async () => {
    const of = cometVector('g-comet-37');
    const recording = answering(cometRecording(of), 'getPrice', (price) => price * 2_000n);
    await expect(readComet(of, { recording })).rejects.toThrow('Its price feeds no longer count in ETH.');
  });

  it('lists a token whose scale is no power of ten', async () => {
    const recording = answering(cometRecording(borrower), 'getAssetInfo', (info) => ({ ...info, scale: 3n }));
    await expect(readComet(borrower, { recording })).rejects.toThrow(
      'A token of the market counts in an unknown unit.',
    );
  });

  it('gives another verdict than our rules: the figure is marked, the contract is right', async () => {
    const recording = answering(cometRecording(borrower), 'isLiquidatable', (verdict) => !verdict);
    const { position } = await readComet(borrower, { recording });
    expect(position).toMatchObject({ contract: { liquidatable: true }, agrees: false });
  });
});
