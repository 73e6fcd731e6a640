import type { Debt, Holding } from '../../model/position';
import type { Seizure } from '../../model/rules';
import type { AaveV2Collateral, AaveV2Position } from './rules.position';

const BPS = 10_000n;
/** LIQUIDATION_CLOSE_FACTOR_PERCENT: half, at any health factor. */
const CLOSE_FACTOR = 5_000n;

const unitOf = ({ decimals }: Holding): bigint => 10n ** BigInt(decimals);
/** PercentageMath of v2: both half up. */
const percentMul = (value: bigint, percentage: bigint): bigint => (value * percentage + BPS / 2n) / BPS;
const percentDiv = (value: bigint, percentage: bigint): bigint =>
  (value * BPS + percentage / 2n) / percentage;

/**
 * The liquidation of the largest collateral against the largest debt, as far as one call goes. Null where nothing is
 * owed. LendingPoolCollateralManager.liquidationCall and its _calculateAvailableCollateralToLiquidate.
 */
export function seizureOf(position: AaveV2Position): Seizure | null {
  const owed = largest(position.debt.filter(({ amount }) => amount !== '0'));
  if (!owed) return null;
  const held = largest(position.collateral.filter(isSeizable));
  if (!held) return { repaid: [], seized: [], credited: [], blocked: 'nothing counts as collateral' };
  const { repaid, seized } = amountsFor(held, owed);
  return {
    repaid: [{ asset: owed.address, amount: repaid }],
    seized: [{ asset: held.address, amount: seized }],
    credited: [],
    blocked: blockedBy(held) ?? blockedBy(owed),
  };
}

function amountsFor(held: AaveV2Collateral, owed: Debt): { repaid: bigint; seized: bigint } {
  const bonus = BigInt(held.liquidationBonus);
  const balance = BigInt(held.amount);
  const closable = percentMul(BigInt(owed.amount), CLOSE_FACTOR);
  const above = BigInt(owed.price) * unitOf(held);
  const below = BigInt(held.price) * unitOf(owed);
  const most = percentMul(closable * above, bonus) / below;
  if (most <= balance) return { repaid: closable, seized: most };
  const needed = percentDiv((balance * below) / above, bonus);
  return needed < closable ? { repaid: needed, seized: balance } : { repaid: closable, seized: balance };
}

/** ValidationLogic.validateLiquidationCall. */
const isSeizable = ({ enabled, amount, threshold }: AaveV2Collateral): boolean =>
  enabled && amount !== '0' && threshold !== '0';

function largest<H extends Holding>(holdings: readonly H[]): H | undefined {
  const open = holdings.filter((holding) => blockedBy(holding) === null);
  const [first, ...others] = open.length > 0 ? open : holdings;
  return others.reduce((most, each) => (isWorthLess(most as H, each) ? each : most), first);
}

const isWorthLess = (a: Holding, b: Holding): boolean =>
  BigInt(a.amount) * BigInt(a.price) * unitOf(b) < BigInt(b.amount) * BigInt(b.price) * unitOf(a);

/** Frozen stops nothing. */
function blockedBy({ symbol, conditions }: Holding): string | null {
  if (conditions.includes('paused')) return 'the pool is paused';
  return conditions.includes('inactive') ? `${symbol} is inactive` : null;
}
