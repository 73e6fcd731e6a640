import type { Seizure } from '../../model/rules';
import { largestOf } from './rules.closeFactor';
import type { AaveV3Collateral, AaveV3Debt, AaveV3Position } from './rules.position';
import { unitOf } from './rules.sums';

/**
 * The liquidation of the largest collateral against the largest debt, as far as one call goes; a reserve that cannot be
 * liquidated now is passed over while another can. Null where nothing is owed.
 */
export function seizureOf(position: AaveV3Position): Seizure | null {
  const owed = largest(position.debt.filter(({ amount }) => amount !== '0'));
  if (!owed) return null;
  const held = largest(position.collateral.filter((each) => isSeizable(each, position)));
  if (!held) return { repaid: [], seized: [], credited: [], blocked: 'nothing counts as collateral' };
  const { repaid, seized } = largestOf(position, held, owed);
  return {
    repaid: [{ asset: owed.address, amount: repaid }],
    seized: [{ asset: held.address, amount: seized }],
    credited: [],
    blocked: blockedBy(held) ?? blockedBy(owed),
  };
}

/** ValidationLogic.validateLiquidationCall: until 3.2 a threshold of 0 kept a collateral from liquidators, too. */
function isSeizable(held: AaveV3Collateral, { version }: AaveV3Position): boolean {
  if (!held.enabled || held.amount === '0' || held.liquidationBonus === '0') return false;
  return version !== '3.0' || held.threshold !== '0';
}

function largest<R extends AaveV3Collateral | AaveV3Debt>(reserves: readonly R[]): R | undefined {
  const open = reserves.filter((reserve) => blockedBy(reserve) === null);
  return [...(open.length > 0 ? open : reserves)].sort((a, b) => (isWorthLess(a, b) ? 1 : -1))[0];
}

/** Compared without dividing, so that dust has an order too. */
const isWorthLess = (a: AaveV3Collateral | AaveV3Debt, b: AaveV3Collateral | AaveV3Debt): boolean =>
  BigInt(a.amount) * BigInt(a.price) * unitOf(b) < BigInt(b.amount) * BigInt(b.price) * unitOf(a);

/** In the contract's order: ReserveInactive, ReservePaused, LiquidationGraceSentinelCheckFailed. Frozen stops nothing. */
function blockedBy({ symbol, conditions, graceUntil }: AaveV3Collateral | AaveV3Debt): string | null {
  if (conditions.includes('inactive')) return `${symbol} is inactive`;
  if (conditions.includes('paused')) return `${symbol} is paused`;
  if (graceUntil === null) return null;
  const [day, time] = new Date(graceUntil * 1000).toISOString().split('T');
  return `${symbol} is in its grace period until ${day} ${time?.slice(0, 5)} UTC`;
}
