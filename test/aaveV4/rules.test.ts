import { describe, expect, it } from 'vitest';
import { rules } from '../../src/protocols/aaveV4/rules';
import { liquidationAmounts } from '../../src/protocols/aaveV4/rules.amounts';
import type { AaveV4Collateral, AaveV4Debt, AaveV4Position } from '../../src/protocols/aaveV4/rules.position';
import { DOLLAR, dollars, ether, position, RAY, WAD } from './byHand';

const edge = (of: AaveV4Position, feed: string, price: bigint) => {
  const line = rules.along(of)(feed);
  return {
    danger: line.danger,
    at: line.safe(price),
    beyond: line.safe(price + (line.danger === 'below' ? -1n : 1n)),
  };
};

describe('the health factor', () => {
  it('of 16,000 counted dollars against 10,000 is 1.6', () => {
    expect(rules.healthFactor(position([ether()], [dollars()]))).toBe(1_600_000_000_000_000_000n);
  });

  it('counts the premium, to the ray, and rounds down', () => {
    const premiumRay = `${500n * 10n ** 6n * RAY}`;
    const of = position([ether()], [dollars({ premiumRay })]);
    expect(rules.healthFactor(of)).toBe(1_523_809_523_809_523_809n);
    const atOne = position([ether()], [dollars({ drawnShares: '16000000000' })]);
    expect(rules.liquidatable(atOne)).toBe(false);
    const oneRayMore = position([ether()], [dollars({ drawnShares: '16000000000', premiumRay: '1' })]);
    expect(rules.liquidatable(oneRayMore)).toBe(true);
  });

  it('counts interest on the drawn shares', () => {
    const drawnIndex = `${(RAY * 5n) / 4n}`;
    expect(rules.healthFactor(position([ether()], [dollars({ drawnIndex })]))).toBe(
      1_280_000_000_000_000_000n,
    );
  });

  it('is none without a debt', () => {
    const of = position([ether()], []);
    expect(rules.healthFactor(of)).toBeNull();
    expect(rules.liquidatable(of)).toBe(false);
    expect(rules.seizure?.(of)).toBeNull();
  });

  it.each([
    ['no collateral', []],
    ['a collateral that is not used', [ether({ enabled: false })]],
    ['a collateral whose key counts nothing', [ether({ threshold: '0' })]],
    ['a collateral that is empty', [ether({ amount: '0', shares: '0' })]],
  ])('is 0 with a debt and %s', (_name, collateral) => {
    const of = position(collateral, [dollars()]);
    expect(rules.healthFactor(of)).toBe(0n);
    expect(rules.liquidatable(of)).toBe(true);
    expect(rules.seizure?.(of)).toMatchObject({ seized: [], blocked: 'nothing counts as collateral' });
    expect(
      rules
        .along(of)(ether().feed)
        .safe(10n ** 30n),
    ).toBe(false);
  });

  it('takes a token without decimals, and a price above 2^64', () => {
    const whole = ether({ decimals: 0, amount: '10', shares: '10', price: `${2n ** 70n}` });
    const of = position([whole], [dollars({ price: `${2n ** 70n}`, drawnShares: '8000000' })]);
    expect(rules.healthFactor(of)).toBe(WAD);
  });
});

describe('the line of a feed', () => {
  it('of 10 ether at 80% against 10,000 dollars turns at exactly 1,250 dollars', () => {
    const of = position([ether()], [dollars()]);
    expect(edge(of, ether().feed, 1_250n * DOLLAR)).toEqual({ danger: 'below', at: true, beyond: false });
    expect(
      rules
        .along(of)(ether().feed)
        .surelySafeTo(2_000n * DOLLAR, 1n),
    ).toBe(1_250n * DOLLAR);
  });

  it('of a debt turns above', () => {
    const of = position([ether()], [dollars()]);
    expect(edge(of, dollars().feed, 160_000_000n)).toEqual({ danger: 'above', at: true, beyond: false });
    expect(
      rules
        .along(of)(dollars().feed)
        .surelySafeTo(DOLLAR, 10n ** 18n),
    ).toBe(160_000_000n);
  });

  it('moves the same token on two hubs together where they share it', () => {
    const other = ether({ reserveId: 2, threshold: '4500' });
    const of = position([ether(), other], [dollars()]);
    expect(edge(of, ether().feed, 800n * DOLLAR)).toEqual({ danger: 'below', at: true, beyond: false });
  });

  it('moves one of them alone where each has its own', () => {
    const other = ether({
      reserveId: 2,
      threshold: '4500',
      feed: '0x00000000000000000000000000000000000000f3',
    });
    const of = position([ether(), other], [dollars()]);
    expect(edge(of, ether().feed, 12_500_000_000n)).toEqual({ danger: 'below', at: true, beyond: false });
  });

  it('has no danger where a token cancels itself out', () => {
    const owed = dollars({ decimals: 18, drawnShares: `${8n * WAD}`, feed: ether().feed });
    const line = rules.along(position([ether()], [owed]))(ether().feed);
    expect(line.danger).toBe('none');
    expect(line.surelySafeTo(2_000n * DOLLAR, 1n)).toBe(1n);
  });

  it('of a feed that prices nothing has no danger', () => {
    expect(rules.along(position([ether()], [dollars()]))('0x').danger).toBe('none');
  });
});

describe('the largest liquidation', () => {
  /** 100 ether at 1,000 dollars count 80,000. */
  const hundred = ether({ amount: `${100n * WAD}`, price: `${1_000n * DOLLAR}` });
  const amounts = (of: AaveV4Position) => {
    const seizure = rules.seizure?.(of);
    return [seizure?.repaid[0]?.amount, seizure?.seized[0]?.amount];
  };

  it('pays as much debt as the target health factor takes, at a bonus between the least and the most', () => {
    // HF 80/84, bonus 2.5% + 2.5% × 4/84 ÷ 0.1 = 3.69%; 84,000 × (1.05 − 80/84) ÷ (1.05 − 1.0369 × 0.8)
    const of = position([hundred], [dollars({ drawnShares: '84000000000' })], {
      targetHealthFactor: '1050000000000000000',
    });
    expect(amounts(of)).toEqual([37_191_582_003n, 38_563_951_378_910_700_000n]);
  });

  it('takes all the collateral where it cannot bear the bonus on the debt', () => {
    // 100,000 dollars of ether pay 95,238.095238 dollars at 5%.
    const of = position([hundred], [dollars({ drawnShares: '200000000000' })]);
    expect(amounts(of)).toEqual([95_238_095_239n, 100n * WAD]);
  });

  it('leaves no debt below 1,000 dollars', () => {
    const small = ether({ amount: `${WAD}`, price: `${1_100n * DOLLAR}` });
    const of = position([small], [dollars({ drawnShares: '900000000' })]);
    // HF 880/900, bonus 3.05%; what is left of the collateral may be dust, for no debt is.
    expect(amounts(of)).toEqual([900_000_000n, 843_136_363_636_363_636n]);
  });

  it('takes no more shares than the debt pays for, where a share is dearer than a whole token', () => {
    // The one share is worth 1.5 tokens of 900 dollars: rounded up 1,714 dollars of debt, of which there are 1,700; those
    // pay for one token, and for no share.
    const coarse = ether({
      decimals: 0,
      amount: '1',
      shares: '1',
      pool: { assets: '1500500000', shares: '1000000000' },
      price: `${900n * DOLLAR}`,
      feed: dollars().address,
    });
    const other = ether({ amount: `${WAD}`, price: `${1_105n * DOLLAR}`, reserveId: 2 });
    const owed = dollars({ drawnShares: '1700000000' });
    const of = position([coarse, other], [owed], { healthFactorForMaxBonus: '990000000000000000' });
    expect(liquidationAmounts(of, coarse, owed)).toEqual({ repaid: 1_700_000_000n, seized: 0n });
  });

  it('is sized as at the edge while the position is safe', () => {
    const of = position([ether()], [dollars()], { targetHealthFactor: '1100000000000000000' });
    // 10,000 × 0.1 ÷ (1.1 − 1.025 × 0.8), and 2.5% on top
    expect(amounts(of)).toEqual([3_571_428_572n, 1_830_357_143_150_000_000n]);
  });

  it('is not known without the pool of the collateral', () => {
    expect(rules.seizure?.(position([ether({ pool: null })], [dollars()]))).toBeNull();
  });

  const blocked = (held: Partial<AaveV4Collateral>, owed: Partial<AaveV4Debt> = {}) =>
    rules.seizure?.(position([ether(held)], [dollars(owed)]))?.blocked;

  it.each([
    ['a frozen collateral', { conditions: ['frozen'] as const }, {}, null],
    ['a paused collateral', { conditions: ['paused'] as const }, {}, 'WETH is paused'],
    ['a paused debt', {}, { conditions: ['paused'] as const }, 'USDC is paused'],
    ['a halted debt', {}, { hub: 'halted' as const }, 'the hub of USDC is closed to this spoke'],
    ['a halted collateral that goes as shares', { hub: 'halted' as const }, {}, null],
    [
      'a halted collateral that does not',
      { hub: 'halted' as const, receivableAsShares: false },
      {},
      'the hub of WETH is closed to this spoke',
    ],
    ['an inactive collateral', { hub: 'inactive' as const }, {}, 'the hub of WETH is closed to this spoke'],
    ['an inactive collateral without a fee', { hub: 'inactive' as const, liquidationFee: '0' }, {}, null],
  ])('%s', (_name, held, owed, words) => {
    expect(blocked(held, owed)).toBe(words);
  });

  it('passes over what is blocked while another can be taken', () => {
    const larger = ether({ conditions: ['paused'], amount: `${50n * WAD}`, address: dollars().address });
    const of = position(
      [larger, ether()],
      [dollars({ conditions: ['paused'] }), dollars({ reserveId: 3, drawnShares: '1000000' })],
    );
    expect(rules.seizure?.(of)).toMatchObject({
      repaid: [{ amount: 1_000_000n }],
      seized: [{ asset: ether().address }],
      blocked: null,
    });
  });
});
