import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import type { HoldingRate, Rates, Span } from '../model/rates';
import { debtGrowth, exp, RAY } from './accrual';
import { drift } from './drift';

const DAY = 86_400;
const percent = (of: number): string => `${BigInt(Math.round(of * 1e6)) * 10n ** 19n}`;

/** 10 ETH at $2,000 of which 80% counts, against dollars. */
const loan = (dollars: number) =>
  position(
    [{ symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR }],
    [{ symbol: 'USDC', decimals: 6, amount: BigInt(Math.round(dollars * 1e6)), price: DOLLAR }],
  );

const at = (
  of: ReturnType<typeof loan>,
  earns: number | null,
  pays: number | null,
  more: Partial<HoldingRate> = {},
): Rates => {
  const rate = (asset: `0x${string}`, share: number | null, rest: Partial<HoldingRate>) =>
    share === null
      ? null
      : {
          asset,
          borrow: null,
          supply: null,
          own: percent(share),
          since: 0,
          worst: null,
          curve: null,
          ...rest,
        };
  return {
    collateral: of.collateral.map(({ address }) => rate(address, earns, {})),
    debt: of.debt.map(({ address }) => rate(address, pays, more)),
  };
};

const secondsOf = (span: Span | undefined): number =>
  span === 'never' || span === 'beyond' ? Number.POSITIVE_INFINITY : (span ?? -1);

describe('e to the power of', () => {
  // e^1, e^0.05 and e^12 to 60 digits, rounded up.
  it.each([
    [RAY, '2718281828459045235360287472'],
    [RAY / 20n, '1051271096376024039697517637'],
    [12n * RAY, '162754791419003920808005204898487'],
  ])('%s', (power, wanted) => {
    const over = exp(power) - BigInt(wanted);
    expect(over >= 0n && over < 10n ** 8n).toBe(true);
  });
});

describe('interest alone', () => {
  it('takes ln(1.25) / 5% years where a quarter more debt is too much', () => {
    const of = loan(12_800);
    // ln(1.25) / 0.05 × 31,536,000 s = 140,741,100.68
    expect(drift(of, at(of, 0, 5))).toEqual({ now: 140_741_100, worst: null });
  });

  it('is slower where the collateral earns, which is not taken to compound', () => {
    const of = loan(15_600);
    // e^(0.05 t) × 15,600 = 16,000 × (1 + 0.02 t): t = 0.8392829 years
    const { now } = drift(of, at(of, 2, 5)) ?? {};
    expect(secondsOf(now) / 31_536_000).toBeCloseTo(0.8392829, 5);
  });

  it('is told for a pool that is used up as well', () => {
    const of = loan(15_600);
    const worst = { rate: percent(50), climb: null };
    // ln(16,000 / 15,600) / 0.5 × 31,536,000 s = 1,596,844.79
    expect(drift(of, at(of, 0, 5, { worst }))?.worst).toBe(1_596_844);
  });

  it('counts a curve that climbs by itself, up to its most', () => {
    const climb = { speed: percent(5000), most: percent(800) };
    const at = (rate: number, seconds: number) =>
      Math.log(Number(debtGrowth({ rate: percent(rate), climb }, BigInt(seconds))) / 1e27);
    // 0.2 / 50 × (e^(50 × 5 / 365) − 1)
    expect(at(20, 5 * DAY)).toBeCloseTo((0.2 / 50) * (Math.exp(250 / 365) - 1), 6);
    // at 800% from ln(40) / 50 years on
    const top = Math.log(40) / 50;
    expect(at(20, 60 * DAY)).toBeCloseTo((8 - 0.2) / 50 + 8 * (60 / 365 - top), 5);
    expect(at(800, 10 * DAY)).toBeCloseTo(80 / 365, 9);
  });

  it('charges no interest on a premium', () => {
    const multiple = `${(RAY * 6n) / 5n}`;
    // 5% that compounds, and a fifth of it again that does not: 1.2 × (e^0.05 − 1), to 27 digits.
    const grown = debtGrowth({ rate: percent(6), climb: null, multiple }, 31_536_000n);
    const over = grown - 1_061525315651228847637021164n;
    expect(over > 0n && over < 10n ** 8n).toBe(true);
    // ln(1 + 0.25 / 1.2) / 0.05 × 31,536,000 s = 119,358,714.01, and a tenth of it at ten times the rate
    const [of, worst] = [loan(12_800), { rate: percent(60), climb: null }];
    expect(drift(of, at(of, 0, 6, { multiple, worst }))).toEqual({ now: 119_358_714, worst: 11_935_871 });
  });

  it('is not behind an index that is rounded up every second', () => {
    // At a ray a second an index a little above 1 grows by two.
    let index = RAY + 1n;
    for (let second = 0; second < 1_000; second += 1) index = (index * (RAY + 1n) + RAY - 1n) / RAY;
    expect(index).toBe(RAY + 2_001n);
    const grown = debtGrowth({ rate: '31536000', climb: null }, 1_000n);
    expect(((RAY + 1n) * grown) / RAY).toBeGreaterThanOrEqual(index);
  });

  it('never liquidates at rates of zero, or where more is earned than paid', () => {
    const of = loan(12_000);
    expect(drift(of, at(of, 0, 0))?.now).toBe('never');
    expect(drift(of, at(of, 4, 5))?.now).toBe('never'); // 16,000 × 4% against 12,000 × 5%
    expect(drift(of, at(of, 0, 0.1))?.now).toBe('beyond'); // 0.1% of 12,000 for ten years
  });

  it('has nothing left to wait for where it can be liquidated already', () => {
    const of = loan(16_100);
    expect(drift(of, at(of, 0, 5))?.now).toBe(0);
  });

  it('is not known without a debt, without a rate, or with the rate of another asset', () => {
    const of = loan(12_000);
    const free = position([], []);
    expect(drift(free, at(free as never, 0, 0))).toBeNull();
    expect(drift(of, at(of, null, 5))).toBeNull();
    expect(drift(of, at(of, 1, null))).toBeNull();
    expect(drift(of, at(of, 0, 5, { asset: '0x00' }))).toBeNull();
    const off = { ...of, collateral: of.collateral.map((held) => ({ ...held, enabled: false })) };
    expect(drift(off, at(of, null, 5))?.now).toBe(0);
  });

  it('comes sooner at a higher rate, later at a higher income', () => {
    const rates = fc.tuple(
      fc.double({ min: 0, max: 300, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 15_999 }),
        rates,
        fc.double({ min: 0.001, max: 50, noNaN: true }),
        (dollars, [pays, earns], more) => {
          const of = loan(dollars);
          const span = (income: number, interest: number) =>
            secondsOf(drift(of, at(of, income, interest))?.now);
          const usual = span(earns, pays);
          expect(span(earns, pays + more)).toBeLessThanOrEqual(usual);
          expect(span(earns + more, pays)).toBeGreaterThanOrEqual(usual);
        },
      ),
      { numRuns: 60 },
    );
  });
});
