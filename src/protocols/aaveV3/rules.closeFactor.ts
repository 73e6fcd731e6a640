import { amountsFor, type LiquidationAmounts, percent, type Version } from './rules.amounts';
import type { AaveV3Collateral, AaveV3Debt, AaveV3Position } from './rules.position';
import { BPS, debtValue, healthFactorOf, sumsOf, unitOf } from './rules.sums';

/** LiquidationLogic's constants: half at most, all from a health factor of 0.95 down. */
const HALF = 5_000n;
const ALL_FROM = 95n * 10n ** 16n;

/** From 3.3, in the base currency with 8 decimals: less is cleared in full, and this much is left where not all is. */
const CLEARED_BELOW = 2_000n * 10n ** 8n;
const LEFT_AT_LEAST = CLEARED_BELOW / 2n;

/** The largest liquidation of one collateral against one debt: the close factor, and from 3.3 no dust left behind. */
export function largestOf(
  position: AaveV3Position,
  held: AaveV3Collateral,
  owed: AaveV3Debt,
): LiquidationAmounts {
  const { version } = position;
  const at = (toCover: bigint) => amountsFor(held, owed, toCover, version);
  const most = closable(position, held, owed);
  if (version === '3.0' || !leavesDust(position, held, owed, at(most))) return at(most);
  // Less repaid leaves more on both sides, and at nothing both sides are twice what has to be left.
  let allowed = 0n;
  let refused = most;
  while (refused - allowed > 1n) {
    const middle = (allowed + refused) / 2n;
    if (leavesDust(position, held, owed, at(middle))) refused = middle;
    else allowed = middle;
  }
  return at(allowed);
}

/**
 * Debt that one call may repay. LiquidationLogic._calculateDebt until 3.2: half of this reserve's debt;
 * executeLiquidationCall from 3.3: half of the value of all debt, taken from this reserve.
 */
function closable(position: AaveV3Position, held: AaveV3Collateral, owed: AaveV3Debt): bigint {
  const { version, arithmetic } = position;
  const debt = BigInt(owed.amount);
  const sums = sumsOf(position.collateral, position.debt, arithmetic);
  const healthFactor = healthFactorOf(sums, arithmetic) ?? 0n;
  if (healthFactor <= ALL_FROM) return debt;
  if (version === '3.0') return percent(debt, HALF, BPS, 'half up');
  const value = debtWorth(owed, debt, position);
  if (collateralValue(held, BigInt(held.amount)) < CLEARED_BELOW || value < CLEARED_BELOW) return debt;
  const half = percent(sums.debt, HALF, BPS, 'half up');
  return value > half ? (half * unitOf(owed)) / BigInt(owed.price) : debt;
}

/** MustNotLeaveDust: unless one side is cleared, both keep a thousand. Until 3.4 the fee still counted as left. */
function leavesDust(
  position: AaveV3Position,
  held: AaveV3Collateral,
  owed: AaveV3Debt,
  { repaid, seized, fee }: LiquidationAmounts,
): boolean {
  const debtLeft = BigInt(owed.amount) - repaid;
  const collateralLeft = BigInt(held.amount) - seized;
  if (debtLeft <= 0n || collateralLeft <= 0n) return false;
  const counted = collateralLeft + (keepsFeeInCount(position.version) ? fee : 0n);
  return (
    debtWorth(owed, debtLeft, position) < LEFT_AT_LEAST || collateralValue(held, counted) < LEFT_AT_LEAST
  );
}

const keepsFeeInCount = (version: Version): boolean => version === '3.3';

const debtWorth = (owed: AaveV3Debt, amount: bigint, { arithmetic }: AaveV3Position): bigint =>
  debtValue(amount * BigInt(owed.price), unitOf(owed), arithmetic);

const collateralValue = (held: AaveV3Collateral, amount: bigint): bigint =>
  (amount * BigInt(held.price)) / unitOf(held);
