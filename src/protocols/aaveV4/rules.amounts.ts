import { accountOf, atValueScale, BPS, ceilDiv, healthFactorOf, RAY, unitOf, WAD } from './rules.account';
import { poolOf } from './rules.pool';
import type { AaveV4Collateral, AaveV4Debt, AaveV4Position } from './rules.position';

/** LiquidationLogic.DUST_LIQUIDATION_THRESHOLD: 1,000 dollars with 26 decimals. */
const DUST = 1_000n * 10n ** 26n;

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** LiquidationLogic.calculateLiquidationBonus, in basis points: it rises in a straight line as the health factor falls. */
export function liquidationBonus(
  { liquidation }: AaveV4Position,
  { maxLiquidationBonus }: AaveV4Collateral,
  healthFactor: bigint,
): bigint {
  const most = BigInt(maxLiquidationBonus);
  const healthFactorForMost = BigInt(liquidation.healthFactorForMaxBonus);
  if (healthFactor <= healthFactorForMost) return most;
  const lowest = BPS + ((most - BPS) * BigInt(liquidation.bonusFactor)) / BPS;
  return lowest + ((most - lowest) * (WAD - healthFactor)) / (WAD - healthFactorForMost);
}

/** A part of a debt as the contract takes it: whole drawn shares, and premium with 27 decimals. */
interface Part {
  readonly drawnShares: bigint;
  readonly premiumRay: bigint;
}

/**
 * LiquidationLogic._calculateLiquidationAmounts for a liquidator who pays all that is asked of him. What is left of the
 * debt, and of the collateral unless all debt is paid, is worth 1,000 dollars or nothing.
 * @returns what the liquidator pays and what the owner loses, in token units, each rounded as it is transferred; null
 * where the pool of the collateral is not known
 */
export function liquidationAmounts(
  position: AaveV4Position,
  held: AaveV4Collateral,
  owed: AaveV4Debt,
): { repaid: bigint; seized: bigint } | null {
  const account = accountOf(position);
  const current = healthFactorOf(account);
  if (current === null || !held.pool) return null;
  // A position that is safe still is sized as if it had only just become liquidatable.
  const healthFactor = least(current, WAD - 1n);
  const bonus = liquidationBonus(position, held, healthFactor);
  const pool = poolOf(held.pool);
  const supplied = BigInt(held.shares);
  const all: Part = { drawnShares: BigInt(owed.drawnShares), premiumRay: BigInt(owed.premiumRay) };
  const index = BigInt(owed.drawnIndex);
  const rayOf = ({ drawnShares, premiumRay }: Part): bigint => drawnShares * index + premiumRay;

  /** Value of a unit of debt with the bonus, over that of a unit of collateral. */
  const dear = BigInt(owed.price) * unitOf(held) * bonus;
  const cheap = BigInt(held.price) * unitOf(owed) * BPS;
  const sharesToTake = (part: Part): bigint => pool.sharesFor((rayOf(part) * dear) / (cheap * RAY));

  /** The premium goes first, in whole token units as far as it reaches, and then whole drawn shares. */
  const partFor = (ray: bigint): Part => {
    const premiumRay = least(ceilDiv(ray, RAY) * RAY, all.premiumRay);
    const rest = ray - premiumRay;
    return { premiumRay, drawnShares: rest > 0n ? ceilDiv(rest, index) : 0n };
  };

  let part = capped(partFor(rayToTarget(position, held, owed, { healthFactor, bonus, ...account })), all);
  const remaining = atValueScale(rayOf(all) - rayOf(part), owed) * BigInt(owed.price);
  if (part.drawnShares < all.drawnShares && remaining < DUST * RAY) part = all;

  let taken = sharesToTake(part);
  const keeps = taken < supplied ? pool.worthOf(supplied - taken) : 0n;
  const leavesDust = taken < supplied && atValueScale(keeps, held) * BigInt(held.price) < DUST;
  if (taken > supplied || (leavesDust && part.drawnShares < all.drawnShares)) {
    const paid = partFor(ceilDiv(pool.costOf(supplied) * cheap * RAY, dear));
    part = capped(paid, all);
    taken = paid.drawnShares > all.drawnShares ? least(sharesToTake(part), supplied) : supplied;
  }
  return {
    repaid: ceilDiv(part.drawnShares * index, RAY) + ceilDiv(part.premiumRay, RAY),
    seized: pool.worthOf(taken),
  };
}

const capped = (part: Part, all: Part): Part => ({
  ...part,
  drawnShares: least(part.drawnShares, all.drawnShares),
});

/** LiquidationLogic._calculateDebtToTargetHealthFactor: token units with 27 further decimals, rounded up. */
function rayToTarget(
  { liquidation }: AaveV4Position,
  { threshold }: AaveV4Collateral,
  owed: AaveV4Debt,
  { healthFactor, bonus, debtRay: total }: { healthFactor: bigint; bonus: bigint; debtRay: bigint },
): bigint {
  const target = BigInt(liquidation.targetHealthFactor);
  /** What a unit of debt takes away from the counted collateral, as a wad: whole, since 1e18 has both divisors in it. */
  const lost = (bonus * BigInt(threshold) * WAD) / (BPS * BPS);
  return ceilDiv(total * unitOf(owed) * (target - healthFactor), (target - lost) * BigInt(owed.price) * WAD);
}
