import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPosition } from '../../test/support/anyPosition';
import { DOLLAR, ETHER, position } from '../../test/support/position';
import type { AaveV3Position } from '../protocols/aaveV3/rules.position';
import type { MorphoBluePosition } from '../protocols/morphoBlue/rules.position';
import { attributionWords } from '../view/attributionWords';
import { attribution } from './attribution';
import { rulesOf } from './rules';
import { Exact, ofWad } from './value';

const SEED = 20261121;
const DAY = 86_400;

const ether = { symbol: 'WETH', amount: 10n * ETHER, price: 2000n * DOLLAR };
const usdc = { symbol: 'USDC', decimals: 6, amount: 10_000_000_000n, price: DOLLAR };
const before = position([ether], [usdc]);
const why = (after: AaveV3Position, seconds = DAY) => attributionWords(attribution(before, after, seconds));

describe('why the health factor changed', () => {
  it('is told part by part, in one order', () => {
    const cheaper = { ...ether, price: 1876n * DOLLAR, threshold: 7900 };
    const repaid = { ...usdc, amount: 9_500_000_000n };
    const found = attribution(before, position([cheaper], [repaid]), DAY);
    // 16,000 → 15,008 → 14,820.4 over 10,000, and that over 9,500.
    expect(found.prices).toMatchObject({ healthFactor: '-0.0992', buffer: '-992' });
    expect(found.parameters).toEqual({ healthFactor: '-0.01876', buffer: '-187.6' });
    expect(found.interest).toEqual({ healthFactor: '0', buffer: '0' });
    expect(found.actions.buffer).toBe('500');
    expect(attributionWords(found)).toEqual([
      'ETH fell 6.2%: −0.099',
      'limits or collateral settings changed: −0.019',
      'repaid 500 USDC: +0.078',
    ]);
  });

  it('calls growth that fits a doubling in a year interest, and all beyond it an action', () => {
    const most = 10_000_000_000n / 365n + 2n;
    expect(why(position([ether], [{ ...usdc, amount: usdc.amount + most }]))).toEqual(['interest: −0.004']);
    expect(why(position([ether], [{ ...usdc, amount: usdc.amount + most + 1n }]))).toEqual([
      'borrowed 27.397263 USDC: −0.004',
    ]);
    expect(why(position([ether], [{ ...usdc, amount: usdc.amount - 3n }]))).toEqual([
      'repaid 0.000003 USDC: less than 0.001',
    ]);
  });

  it('has no health factor where the last debt was repaid', () => {
    const { whole, actions } = attribution(before, position([ether], []), DAY);
    expect(whole).toEqual({ healthFactor: null, buffer: '10000' });
    expect(actions.acts).toEqual([{ side: 'debt', symbol: 'USDC', amount: '-10000000000', decimals: 6 }]);
  });

  it('counts what no longer counts as collateral among the parameters', () => {
    const after = position([{ ...ether, enabled: false }], [usdc]);
    expect(attribution(before, after, DAY).parameters.buffer).toBe('-16000');
  });

  it('takes the interest from shares where the position carries them, beside an action', () => {
    const morpho = (shares: bigint, totalAssets: bigint, amount: bigint): MorphoBluePosition => ({
      ...position([{ ...ether, price: 10n ** 36n }], [{ ...usdc, amount }]),
      market: { ...before.market, protocol: 'morphoBlue', id: '0x01' },
      factorScale: `${ETHER}`,
      borrowed: { shares: `${shares}`, totalAssets: `${totalAssets}`, totalShares: `${10n ** 15n}` },
      preLiquidations: [],
    });
    const old = morpho(10n ** 14n, 10n ** 9n, 100_000_000n);
    // All shares gain a tenth; then half of the owner's are repaid.
    const found = attribution(old, morpho(5n * 10n ** 13n, 11n * 10n ** 8n, 55_000_000n), 12);
    expect(found.interest.buffer).toBe('-10');
    expect(found.actions.acts).toEqual([{ side: 'debt', symbol: 'USDC', amount: '-55000000', decimals: 6 }]);
  });

  it('refuses two different positions', () => {
    const other = { ...before, owner: '0x00000000000000000000000000000000000000bb' as const };
    expect(() => attribution(before, other, DAY)).toThrow('two different positions');
  });
});

it(`adds up exactly, whatever happened (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyPosition(), anyPosition(), fc.nat(10 * DAY), (from, to, seconds) => {
      const { whole, ...parts } = attribution(from, to, seconds);
      const each = Object.values(parts);
      const total = (pick: (part: (typeof each)[number]) => string) =>
        each.reduce((sum, part) => sum.plus(pick(part)), new Exact(0)).toString();
      const health = (of: AaveV3Position) => ofWad(rulesOf(of).healthFactor(of) ?? 0n);
      expect(whole.healthFactor).toBe(health(to).minus(health(from)).toString());
      expect(total(({ healthFactor }) => healthFactor ?? 'NaN')).toBe(whole.healthFactor);
      expect(total(({ buffer }) => buffer)).toBe(whole.buffer);
    }),
    { numRuns: 500, seed: SEED },
  );
}, 60_000);
