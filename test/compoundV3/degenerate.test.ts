import { describe, expect, it } from 'vitest';
import { rules } from '../../src/protocols/compoundV3/rules';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { cometRecording, cometVector, recordedCall } from '../replay/comet';
import { answering, emptied } from './altered';
import { atPrice, positionAt, readComet } from './readComet';

const WAD = 10n ** 18n;

const reasons = (of: Parameters<typeof liquidationPrices>[0]) =>
  liquidationPrices(of).map(({ reason }) => reason);

describe('degenerate positions of Compound v3', () => {
  it('no debt: collateral is shown, and no price liquidates it', async () => {
    const position = await positionAt(cometVector('g-comet-16'));
    expect([position.collateral.length, position.debt.length]).toEqual([3, 0]);
    expect(rules.healthFactor(position)).toBeNull();
    expect(reasons(position)).toEqual(Array(3).fill('safe at every price'));
  });

  it('no collateral: liquidatable at once, with nothing to seize', async () => {
    const borrower = cometVector('g-comet-03');
    const recording = answering(
      emptied(cometRecording(borrower), { owing: true }),
      'isLiquidatable',
      () => true,
    );
    const { position } = await readComet(borrower, { recording });
    expect(position).toMatchObject({ collateral: [], contract: { liquidatable: true }, agrees: true });
    expect(rules.healthFactor(position!)).toBe(0n);
    expect(reasons(position!)).toEqual(['already liquidatable']);
    const { repaid, seized, credited } = rules.seizure?.(position!) ?? {};
    expect([repaid?.map(({ amount }) => amount), seized, credited]).toEqual([
      [BigInt(recordedCall(borrower, 'borrowBalanceOf', 'accrued'))],
      [],
      [],
    ]);
  });

  it('only base supply: no position, because nothing could be liquidated', async () => {
    for (const id of ['g-comet-07', 'g-comet-44']) {
      expect((await readComet(cometVector(id))).position).toBeNull();
    }
  });

  it('base supply beside collateral: the base is not collateral', async () => {
    const position = await positionAt(cometVector('g-comet-24'));
    expect(position.collateral.map(({ symbol }) => symbol)).toEqual(['UNI', 'GUSD']);
    expect([position.debt, BigInt(position.principal) > 0n]).toEqual([[], true]);
  });

  it('an account that was absorbed: no position', async () => {
    expect((await readComet(cometVector('g-comet-01'))).position).toBeNull();
  });

  it('a debt worth less than the smallest unit of value: never infinite, and its own price can still liquidate it (fault 40)', async () => {
    const position = await positionAt(cometVector('g-comet-40'));
    const [owed] = position.debt;
    expect(BigInt(owed!.amount) * BigInt(owed!.price) < WAD).toBe(true);
    expect(rules.healthFactor(position)! > WAD).toBe(true);
    expect(liquidationPrices(position).map(({ side, safe }) => [side, safe])).toEqual([
      ['collateral', null],
      ['debt', '1724390721769879169'],
    ]);
  });

  it('such a debt without any collateral that counts is safe too, as for the contract', async () => {
    const dust = await positionAt(cometVector('g-comet-40'));
    const position = { ...dust, collateral: [] };
    expect(rules.liquidatable(position)).toBe(false);
    expect(rules.healthFactor(position)).toBe(WAD);
  });

  it('18 assets: those beyond the sixteenth come from the reserved bits', async () => {
    const position = await positionAt(cometVector('g-comet-54'));
    const places = Array.from({ length: 18 }, (_, place) => `C${`${place}`.padStart(2, '0')}`);
    expect(position.collateral.map(({ symbol }) => symbol)).toEqual(places);
    const high = await positionAt(cometVector('g-comet-55'));
    expect(high.collateral.map(({ symbol }) => symbol)).toEqual(['C16', 'C17']);
  });

  it('tokens of 0 and of 2 decimals', async () => {
    const { collateral } = await positionAt(cometVector('g-comet-54'));
    const decimals = Object.fromEntries(collateral.map((held) => [held.symbol, held.decimals]));
    expect(decimals).toMatchObject({ C16: 0, C04: 2, C09: 4, C01: 8, C00: 18 });
  });

  it('a market priced in its base asset counts in that', async () => {
    const position = await positionAt(cometVector('g-comet-37'));
    expect(position.unit).toBe('ETH');
    expect(position.debt).toMatchObject([{ symbol: 'WETH', price: '100000000', decimals: 18 }]);
    expect((await positionAt(cometVector('g-comet-03'))).unit).toBe('USD');
  });

  it('a price above 2^64 stays exact', async () => {
    const before = await positionAt(cometVector('g-comet-09'));
    const [held] = before.collateral;
    const huge = atPrice(before, held!.feed, `${2n ** 70n + 1n}`);
    const exactly = (BigInt(held!.amount) * (2n ** 70n + 1n)) / 10n ** BigInt(held!.decimals);
    expect(exactly > 2n ** 64n).toBe(true);
    expect(rules.liquidatable(huge)).toBe(false);
    const [found] = liquidationPrices(huge);
    const [usual] = liquidationPrices(before);
    expect([found?.price, found?.safe]).toEqual([`${2n ** 70n + 1n}`, usual?.safe]);
  });
});
