import type { AaveV3Collateral, AaveV3Debt, AaveV3Position } from './rules.position';
import { BPS, unitOf } from './rules.sums';

export type Version = AaveV3Position['version'];

/** All in the smallest unit of its asset; `seized` is all that the owner loses, `fee` the part that the protocol keeps. */
export interface LiquidationAmounts {
  readonly repaid: bigint;
  readonly seized: bigint;
  readonly fee: bigint;
}

type Rounding = 'down' | 'half up' | 'up';

/** PercentageMath: value × numerator / denominator, one of them being 10 000. */
export function percent(value: bigint, numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const part = { down: 0n, 'half up': denominator / 2n, up: denominator - 1n };
  return (value * numerator + part[rounding]) / denominator;
}

/** 3.5 began to round what is needed up; 3.7 rounds everything against the liquidator (its changelog). */
const roundings: Record<Version, Record<'taken' | 'needed' | 'withoutBonus' | 'fee', Rounding>> = {
  '3.0': { taken: 'half up', needed: 'half up', withoutBonus: 'half up', fee: 'half up' },
  '3.3': { taken: 'half up', needed: 'half up', withoutBonus: 'half up', fee: 'half up' },
  '3.5': { taken: 'half up', needed: 'up', withoutBonus: 'half up', fee: 'half up' },
  '3.7': { taken: 'down', needed: 'up', withoutBonus: 'down', fee: 'up' },
};

/**
 * What changes hands when a liquidator offers to repay `toCover` of one debt against one collateral: no more than the
 * collateral there is. LiquidationLogic._calculateAvailableCollateralToLiquidate.
 */
export function amountsFor(
  held: AaveV3Collateral,
  owed: AaveV3Debt,
  toCover: bigint,
  version: Version,
): LiquidationAmounts {
  const { taken, needed, withoutBonus, fee } = roundings[version];
  const bonus = BigInt(held.liquidationBonus);
  const balance = BigInt(held.amount);
  /** One unit of the debt's token is worth this many of the collateral's: a fraction. */
  const above = BigInt(owed.price) * unitOf(held);
  const below = BigInt(held.price) * unitOf(owed);

  const most = percent((toCover * above) / below, bonus, BPS, taken);
  const isAll = most > balance;
  const seized = isAll ? balance : most;
  return {
    repaid: isAll ? percent((balance * below) / above, BPS, bonus, needed) : toCover,
    seized,
    fee: percent(seized - percent(seized, BPS, bonus, withoutBonus), BigInt(held.liquidationFee), BPS, fee),
  };
}
