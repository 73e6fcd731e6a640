import { toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/model/reader';
import { debtGrowth, incomeGrowth, times } from '../../src/risk/accrual';
import { drift } from '../../src/risk/drift';
import { recorded, recordedPosition } from '../replay/aaveV4';
import { restOf } from '../support/drift';
import { RAY } from './byHand';
import { addedAt, indexAt, poolOf, recordedAdded, recordedIndex, recordedStrategy } from './hubByHand';
import { ownerOf, riskPremiumOf, sourceOf } from './leftAlone';
import { ratesOf } from './ratesAt';
import type { Answer } from './readAt';

const YEAR = 31_536_000;
const VIRTUAL = 1_000_000n;

const blocks = Object.entries(recorded.blocks).map(([n, { timestamp }]) => [Number(n), timestamp] as const);
const borrowers = recorded.positions.filter(({ truth }) => truth.accountData.borrowCount !== '0');

describe('a pool that nobody touches, by hand, is what was recorded of it later', () => {
  const assets = recorded.meta.hubs.flatMap(({ hub, assets: all }) =>
    all.map(({ assetId }) => ({ name: `asset ${assetId} of ${hub}`, hub, assetId })),
  );
  it.each(assets)('$name', ({ hub, assetId }) => {
    const pool = poolOf(hub, assetId);
    for (const [block, time] of blocks) {
      expect([block, indexAt(pool, time)]).toEqual([block, recordedIndex(hub, assetId, block)]);
      expect([block, addedAt(pool, time)]).toEqual([block, recordedAdded(hub, assetId, block)]);
    }
  });
});

describe('what a position pays and earns is what was recorded of it later', () => {
  const earlier = borrowers.flatMap((of) =>
    blocks
      .filter(([, time]) => time > of.block.timestamp)
      .map(([block, time]) => ({
        name: `${of.id} ${of.category}, ${of.block.number} to ${block}`,
        ...{ of, block, seconds: time - of.block.timestamp },
      })),
  );

  it.each(earlier)('$name: the debt', async ({ of, block, seconds }) => {
    const { position, rates } = await ratesOf(of);
    expect(position.debt.length).toBeGreaterThan(0);
    for (const [place, owed] of position.debt.entries()) {
      const { hub, assetId } = sourceOf(of, owed);
      const { drawnShares, premiumShares, premiumOffsetRay } = ownerOf(of, owed.reserveId);
      const { drawnIndex, lastUpdateTimestamp } = poolOf(hub, assetId);
      const rayAt = (index: bigint) => (drawnShares + premiumShares) * index - premiumOffsetRay;
      const [now, later] = [of.block.number, block].map((n) => rayAt(recordedIndex(hub, assetId, n)));
      const rate = rates.debt[place]!;
      // In these seconds so much was added for each year, of what was drawn when the index last grew.
      const added = ((later! - now!) * RAY * BigInt(YEAR)) / (drawnShares * drawnIndex * BigInt(seconds));
      const off = Number(BigInt(rate.own) - added);
      expect(Math.abs(off)).toBeLessThan(40); // of 1e27: two indices, each rounded up, over a month of a year
      expect(rate.since).toBe(of.block.timestamp - lastUpdateTimestamp);

      const charge = { ...rate, rate: rate.own, climb: null };
      const grown = times(owed, debtGrowth(charge, BigInt(seconds)), true);
      const told = BigInt(grown.drawnShares) * BigInt(grown.drawnIndex) + BigInt(grown.premiumRay);
      expect(told).toBeGreaterThanOrEqual(later!);
      // Compounding in every instant is so far ahead of simple interest that began a while ago.
      const x = (Number(rate.borrow) / 1e27) * (seconds / YEAR);
      const ahead = restOf(1)(x) + x * (Number(rate.borrow) / 1e27) * (rate.since / YEAR);
      const most = Number((drawnShares + premiumShares) * drawnIndex) * (ahead * (1 + x) + 1e-14);
      expect(Number(told - later!)).toBeLessThan(most);
    }
  });

  it.each(earlier)('$name: the collateral', async ({ of, block, seconds }) => {
    const { position, rates } = await ratesOf(of);
    for (const [place, held] of position.collateral.entries()) {
      const { hub, assetId } = sourceOf(of, held);
      const shares = BigInt(held.pool!.shares) + VIRTUAL;
      const later = (BigInt(held.shares) * (recordedAdded(hub, assetId, block) + VIRTUAL)) / shares;
      const told = times(held, incomeGrowth(rates.collateral[place]!, BigInt(seconds)), false);
      const off = Number(later - BigInt(told.amount));
      expect(off).toBeGreaterThanOrEqual(0);
      expect(off).toBeLessThanOrEqual(2); // smallest units
    }
  });
});

describe('the rates', () => {
  it.each(borrowers)('of $id are those of its hubs, with the premium of its collateral', async (of) => {
    const { position, rates } = await ratesOf(of);
    const multiple = 1 + Number(riskPremiumOf(of)) / 10_000;
    for (const [place, owed] of position.debt.entries()) {
      const { hub, assetId } = sourceOf(of, owed);
      const pool = poolOf(hub, assetId);
      const { own, borrow, curve, worst } = rates.debt[place]!;
      const drawn = Number(pool.drawnRate) / 1e27;
      expect(borrow).toBe(`${pool.drawnRate}`);
      expect(Number(own) / 1e27).toBeCloseTo(drawn * multiple, 6);

      const data = recordedStrategy(pool, assetId);
      const [base, low, high] = [
        data.baseDrawnRate,
        data.rateGrowthBeforeOptimal,
        data.rateGrowthAfterOptimal,
      ];
      const corners = [
        [0, base],
        [data.optimalUsageRatio, base + low],
        [10_000, base + low + high],
      ];
      for (const [at, [usage, points]] of corners.entries()) {
        expect(Number(curve!.corners[at]!.utilization)).toBeCloseTo(usage! * 1e23, -14);
        expect(Number(curve!.corners[at]!.rate) / 1e27).toBeCloseTo((points! / 1e4) * multiple, 6);
      }
      const lent = Number(pool.drawnShares * pool.drawnIndex) / 1e27;
      const usage = lent / (lent + Number(pool.liquidity + pool.swept));
      expect(Number(curve!.utilization) / 1e27).toBeCloseTo(usage, 9);
      expect(worst).toEqual({ rate: curve!.corners.at(-1)!.rate, climb: null });
    }
  });

  it('written out: a debt at 5.5986% with a premium of 13.73%, in a pool of which 82% is lent out', async () => {
    const { rates } = await ratesOf(recordedPosition('g-v4-02'));
    const [usdc] = rates.debt;
    expect(usdc!.borrow).toBe('55985705843535796903854222');
    expect(Number(usdc!.own) / 1e25).toBeCloseTo(6.3672543, 6); // 5.5985706 × 1.1373
    expect(usdc!.curve!.corners.map(({ rate }) => Number(rate) / 1e25)).toEqual([
      expect.closeTo(1.70595, 6),
      expect.closeTo(6.8238, 6),
      expect.closeTo(46.6293, 6),
    ]);
    expect(Number(usdc!.curve!.utilization) / 1e25).toBeCloseTo(81.9714, 4);
  });
});

describe('what is not told is not known', () => {
  const of = recordedPosition('g-v4-02');
  const where =
    (signature: string, result: Result): Answer =>
    ({ data }) =>
      data.startsWith(toFunctionSelector(`function ${signature}`)) ? result : null;
  const words = (n: number): Result => ({ ok: true, data: `0x${'0'.repeat(64 * n)}` });

  it.each([
    ['a revert', { ok: false, data: '0x' }],
    ['nothing', { ok: true, data: '0x' }],
    ['another form', words(18)],
  ] as const)('a hub that answers with %s: neither rates nor a time', async (_, result) => {
    const { position, rates } = await ratesOf(of, where('getAsset(uint256)', result));
    expect(rates).toEqual({ collateral: [null, null], debt: [null, null] });
    expect(drift(position, rates)).toBeNull();
  });

  it.each([
    ['a revert', { ok: false, data: '0x' }],
    ['another form', words(5)],
    ['a curve without a slope', words(4)],
  ] as const)('a strategy that answers with %s: the rate, but no curve and no worst', async (_, result) => {
    const told = await ratesOf(of);
    const { position, rates } = await ratesOf(of, where('getInterestRateData(uint256)', result));
    const known = told.rates.debt.map((rate) => ({ ...rate, curve: null, worst: null }));
    expect(rates).toEqual({ collateral: told.rates.collateral, debt: known });
    expect(drift(position, rates)).toEqual({ now: drift(position, told.rates)?.now, worst: null });
  });

  it('a debt that was repaid since', async () => {
    const { rates } = await ratesOf(of, where('getUserPosition(uint256, address)', words(5)));
    expect(rates.debt).toEqual([null, null]);
  });
});
