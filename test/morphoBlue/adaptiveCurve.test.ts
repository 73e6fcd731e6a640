import { type Hex, numberToHex } from 'viem';
import { expect, it } from 'vitest';
import type { Rates } from '../../src/model/rates';
import type { Result } from '../../src/model/reader';
import { morphoBlue } from '../../src/protocols/morphoBlue';
import type { MorphoBluePosition } from '../../src/protocols/morphoBlue/rules.position';

/** Answers by hand: no package carries AdaptiveCurveIrm, and nothing of it was recorded. */
const words = (...of: bigint[]): Result => ({
  ok: true,
  data: of
    .map((each) => numberToHex(each, { size: 32 }))
    .reduce((all, word) => `${all}${word.slice(2)}`) as Hex,
});

const [deployment] = morphoBlue.markets;
const position = {
  market: { ...deployment, id: `0x${'11'.repeat(32)}` },
  collateral: [],
  debt: [{ address: '0x00000000000000000000000000000000000000dd' }],
} as unknown as MorphoBluePosition;

const AT_TARGET = 1_268_391_679n; // 4% a year

function ratesWhen(lentOut: bigint, rate: bigint): Rates {
  const reader = morphoBlue.rates!(position);
  reader.next();
  reader.next([
    words(0xddn, 2n, 3n, 4n, 86n * 10n ** 16n),
    words(1000n, 1000n, lentOut, 900n, 1n, 0n),
    words(1n),
  ]);
  const end = reader.next([{ ok: true, data: '0x' }, words(rate), words(AT_TARGET)]);
  if (!end.done) throw new Error('a third round');
  return end.value;
}

it('bends at 90%, a quarter of the rate there when idle and four times it when used up', () => {
  // 95%: half of the way from once to four times.
  const [owed] = ratesWhen(950n, (AT_TARGET * 5n) / 2n).debt;
  const year = (times: number) => (Number(AT_TARGET) * 31_536_000 * times) / 1e18;
  expect(owed!.curve!.corners.map(({ rate }) => Number(rate) / 1e27)).toEqual([
    expect.closeTo(year(0.25), 9),
    expect.closeTo(year(1), 9),
    expect.closeTo(year(4), 9),
  ]);
  expect(Number(owed!.curve!.utilization) / 1e27).toBeCloseTo(0.95, 6);
  expect(owed!.worst?.climb).toEqual({ speed: `${50n * 10n ** 27n}`, most: `${8n * 10n ** 27n}` });
});

it('is not known where the contract counts by another curve', () => {
  const [owed] = ratesWhen(950n, AT_TARGET * 2n).debt;
  expect([owed!.curve, owed!.worst, owed!.borrow === null]).toEqual([null, null, false]);
});
