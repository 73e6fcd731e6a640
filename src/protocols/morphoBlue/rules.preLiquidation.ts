import type { Integer } from '../../model/asset';
import { type Amounts, assetsDown, assetsUp, ceilDiv, PRICE_SCALE, type Totals, WAD } from './rules.amounts';
import type { PreLiquidation } from './rules.position';

/**
 * PreLiquidation.preLiquidate for as many shares as it takes at once, where only it may act and not yet Morpho. Both
 * factors go with the loan-to-value, in a line from preLltv to `lltv`; below preLltv they are what they would begin with.
 */
export function preSeizure(
  { collateral, price, debt }: Amounts,
  lltv: bigint,
  shares: bigint,
  totals: Totals,
  { preLltv, preLCF1, preLCF2, preLIF1, preLIF2 }: PreLiquidation,
): { readonly repaid: bigint; readonly seized: bigint } {
  const from = BigInt(preLltv);
  const ltv = ceilDiv(debt * WAD, (collateral * price) / PRICE_SCALE);
  const quotient = ltv > from ? ((ltv - from) * WAD) / (lltv - from) : 0n;
  const between = (first: Integer, last: Integer) =>
    (quotient * (BigInt(last) - BigInt(first))) / WAD + BigInt(first);
  const repayable = (shares * between(preLCF1, preLCF2)) / WAD;
  const repaidShares = repayable < shares ? repayable : shares;
  const paid = (assetsDown(repaidShares, totals) * between(preLIF1, preLIF2)) / WAD;
  return { repaid: assetsUp(repaidShares, totals), seized: (paid * PRICE_SCALE) / price };
}
