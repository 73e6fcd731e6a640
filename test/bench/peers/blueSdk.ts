import { AccrualPosition, Market } from '@morpho-org/blue-sdk';
import type { MorphoBluePosition } from '../../../src/protocols/morphoBlue/rules.position';

/** Totals with interest already in, as our position has them, so that it has nothing to add. */
export function accrualPosition({ owner, market, collateral, debt, borrowed }: MorphoBluePosition) {
  const [held, owed] = [collateral[0]!, debt[0]!];
  const params = {
    loanToken: owed.address,
    collateralToken: held.address,
    oracle: held.feed,
    irm: market.address,
    lltv: BigInt(held.threshold),
  };
  const totals = { assets: BigInt(borrowed.totalAssets), shares: BigInt(borrowed.totalShares) };
  return new AccrualPosition(
    { user: owner, supplyShares: 0n, borrowShares: BigInt(borrowed.shares), collateral: BigInt(held.amount) },
    new Market({
      params,
      totalSupplyAssets: 2n * totals.assets,
      totalSupplyShares: 2n * totals.shares,
      totalBorrowAssets: totals.assets,
      totalBorrowShares: totals.shares,
      lastUpdate: 1_800_000_000n,
      fee: 0n,
      price: BigInt(held.price),
    }),
  );
}
