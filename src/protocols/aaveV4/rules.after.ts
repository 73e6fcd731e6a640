import type { Action } from '../../model/action';
import { accountOf, ceilDiv, healthFactorOf, RAY, WAD } from './rules.account';
import { poolOf } from './rules.pool';
import type { AaveV4Collateral, AaveV4Debt, AaveV4Position } from './rules.position';

/** Spoke.supply, withdraw, borrow and repay of aave-v4, with the hub's conversions, to the share. */
export function afterOf(position: AaveV4Position, action: Action): AaveV4Position {
  const { kind, place, amount } = action;
  if (amount <= 0n) return position;
  if (kind === 'supply' || kind === 'withdraw') {
    const held = position.collateral[place];
    if (!held) return position;
    const changed = kind === 'supply' ? added(held, amount) : removed(held, amount);
    const collateral = position.collateral.toSpliced(place, 1, ...(changed ? [changed] : []));
    return { ...position, collateral: kind === 'supply' ? collateral : collateral.map(refreshed) };
  }
  const owed = position.debt[place];
  if (!owed) return position;
  const changed = kind === 'borrow' ? drawn(owed, amount) : restored(owed, amount);
  const debt = position.debt.toSpliced(place, 1, ...(changed ? [changed] : []));
  const collateral = kind === 'repay' ? position.collateral : position.collateral.map(refreshed);
  return { ...position, collateral, debt };
}

/**
 * _refreshAndValidateUserAccountData: whoever withdraws or borrows has the latest configuration from then on. Of that a
 * position carries the factor; the bonus and the fee, which decide only the size of a liquidation, stay.
 */
const refreshed = (held: AaveV4Collateral): AaveV4Collateral => ({ ...held, threshold: held.loanToValue });

/** Hub.add: shares rounded down, and the pool grows with them. Without a debt the pool is not known, nor needed. */
function added(held: AaveV4Collateral, amount: bigint): AaveV4Collateral {
  if (!held.pool) return { ...held, amount: `${BigInt(held.amount) + amount}` };
  const moved = poolOf(held.pool).sharesFor(amount);
  return withShares(held, held.pool, { assets: amount, shares: moved });
}

/** Hub.remove: shares rounded up; no more than there is. */
function removed(held: AaveV4Collateral, amount: bigint): AaveV4Collateral | null {
  const there = BigInt(held.amount);
  if (amount >= there) return null;
  if (!held.pool) return { ...held, amount: `${there - amount}` };
  const moved = poolOf(held.pool).sharesToTake(amount);
  const changed = withShares(held, held.pool, { assets: -amount, shares: -moved });
  return changed.shares === '0' ? null : changed;
}

function withShares(
  held: AaveV4Collateral,
  { assets, shares }: NonNullable<AaveV4Collateral['pool']>,
  moved: { readonly assets: bigint; readonly shares: bigint },
): AaveV4Collateral {
  const pool = { assets: `${BigInt(assets) + moved.assets}`, shares: `${BigInt(shares) + moved.shares}` };
  const left = BigInt(held.shares) + moved.shares;
  return { ...held, pool, shares: `${left}`, amount: `${poolOf(pool).worthOf(left)}` };
}

/** Hub.draw: shares rounded up. */
const drawn = (owed: AaveV4Debt, amount: bigint): AaveV4Debt =>
  withDebt(
    owed,
    BigInt(owed.drawnShares) + ceilDiv(amount * RAY, BigInt(owed.drawnIndex)),
    BigInt(owed.premiumRay),
  );

/**
 * UserPositionUtils.calculateRestoreAmount: the premium first, in whole token units as far as it reaches, then drawn
 * shares, rounded down. A new premium rate changes what accrues from then on, not what is owed.
 */
function restored(owed: AaveV4Debt, amount: bigint): AaveV4Debt | null {
  if (amount >= BigInt(owed.amount)) return null;
  const shares = BigInt(owed.drawnShares);
  const premiumRay = BigInt(owed.premiumRay);
  const premium = ceilDiv(premiumRay, RAY);
  if (amount < premium) return withDebt(owed, shares, premiumRay - amount * RAY);
  return withDebt(owed, shares - ((amount - premium) * RAY) / BigInt(owed.drawnIndex), 0n);
}

const withDebt = (owed: AaveV4Debt, drawnShares: bigint, premiumRay: bigint): AaveV4Debt => ({
  ...owed,
  drawnShares: `${drawnShares}`,
  premiumRay: `${premiumRay}`,
  amount: `${ceilDiv(drawnShares * BigInt(owed.drawnIndex), RAY) + ceilDiv(premiumRay, RAY)}`,
});

/** Spoke._validate…, the hub's own for a spoke, and the health factor with the latest configuration. */
export function refusalOf(position: AaveV4Position, action: Action): string | null {
  const { kind, place } = action;
  const holding = (kind === 'supply' || kind === 'withdraw' ? position.collateral : position.debt)[place];
  if (!holding) return 'there is no such asset in the position';
  if (holding.hub !== 'open') return `the hub of ${holding.symbol} is closed to this spoke`;
  const isNew = kind === 'supply' || kind === 'borrow';
  const closed = holding.conditions.find((condition) => condition !== 'frozen' || isNew);
  if (closed) return `${holding.symbol} is ${closed}`;
  if (kind === 'supply' || kind === 'repay') return null;
  const healthFactor = healthFactorOf(accountOf(afterOf(position, action)));
  return healthFactor === null || healthFactor >= WAD
    ? null
    : 'it is more than the collateral lets you borrow';
}
