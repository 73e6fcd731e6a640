import { describe, expect, it } from 'vitest';
import { type EMode, effectiveFactors } from '../../src/protocols/aaveV3/configuration';
import { amountsFor, type Version } from '../../src/protocols/aaveV3/rules.amounts';
import { position } from '../support/position';

/** No package carries 3.7 yet: its changes by hand, from the changelog in aave-v3-origin's docs/3.7. */
describe('an isolated efficiency mode', () => {
  const category: EMode = {
    id: 7,
    label: 'isolated',
    loanToValue: 9_000n,
    threshold: 9_200n,
    liquidationBonus: 10_200n,
    collateralBitmap: 0b10n,
    loanToValueZeroBitmap: 0n,
    isolated: true,
  };
  const reserve = (id: number) => ({
    id,
    configuration: {
      loanToValue: 8_000n,
      threshold: 8_300n,
      liquidationBonus: 10_500n,
      liquidationFee: 1_000n,
      decimals: 18,
      category: 0,
      conditions: [],
    },
  });

  it('takes the loan-to-value of assets outside it, not their threshold', () => {
    expect(effectiveFactors(reserve(0), category, 11n)).toEqual({
      loanToValue: 0n,
      threshold: 8_300n,
      liquidationBonus: 10_500n,
    });
  });

  it('leaves its own assets as they are', () => {
    expect(effectiveFactors(reserve(1), category, 11n)).toEqual({
      loanToValue: 9_000n,
      threshold: 9_200n,
      liquidationBonus: 10_200n,
    });
  });

  it('is nothing to those outside of it', () => {
    expect(effectiveFactors(reserve(0), null, 11n).loanToValue).toBe(8_000n);
  });
});

describe('the rounding of a liquidation', () => {
  const whole = (amount: bigint, price: bigint) => ({ symbol: `T${price}`, decimals: 0, amount, price });
  const { collateral, debt } = position([whole(1_000n, 3n)], [whole(101n, 1n)]);
  const few = position([whole(25n, 3n)], []).collateral;
  const at = (version: Version, [held] = collateral) => amountsFor(held!, debt[0]!, 101n, version);

  // 101 of debt are 33 of collateral, 34.65 with the bonus; of 34 taken 32.38 are without it, and a tenth of 2 is 0.2.
  it('is for the borrower and the protocol from 3.7, half up before', () => {
    expect(at('3.7')).toEqual({ repaid: 101n, seized: 34n, fee: 1n });
    expect(at('3.5')).toEqual({ repaid: 101n, seized: 35n, fee: 0n });
  });

  // All 25 are worth 75 of debt, 71.43 without the bonus.
  it('asks for the next whole unit of debt from 3.5, for the nearest before', () => {
    expect(at('3.5', few)).toMatchObject({ repaid: 72n, seized: 25n });
    expect(at('3.3', few)).toMatchObject({ repaid: 71n, seized: 25n });
    expect(at('3.0', few)).toMatchObject({ repaid: 71n, seized: 25n });
  });
});
