import type { PreLiquidation } from '../../model/position';
import { type Amounts, assetsDown, assetsUp, ceilDiv, PRICE_SCALE, type Totals, WAD } from './rules.amounts';

/**
 * PreLiquidation.preLiquidate for as many shares as it takes at once, where only it may act and not yet Morpho. Both
 * factors go with the loan-to-value, in a line from preLltv to `lltv`; below preLltv they are what they would begin with.
 */
export function preSeizure(
  { collateral, price, debt }: Amounts,
  lltv: bigint,
  shares: bigint,
  totals: Totals,
  terms: PreLiquidation,
): { readonly repaid: bigint; readonly seized: bigint } {
  const [from, closes, closesLast, pays, paysLast] = [
    terms.preLltv,
    terms.preLCF1,
    terms.preLCF2,
    terms.preLIF1,
    terms.preLIF2,
  ].map(BigInt) as [bigint, bigint, bigint, bigint, bigint];
  const quoted = (collateral * price) / PRICE_SCALE;
  const ltv = ceilDiv(debt * WAD, quoted);
  const quotient = ltv > from ? ((ltv - from) * WAD) / (lltv - from) : 0n;
  const between = (first: bigint, last: bigint) => (quotient * (last - first)) / WAD + first;
  const repayable = (shares * between(closes, closesLast)) / WAD;
  const repaidShares = repayable < shares ? repayable : shares;
  const paid = (assetsDown(repaidShares, totals) * between(pays, paysLast)) / WAD;
  return { repaid: assetsUp(repaidShares, totals), seized: (paid * PRICE_SCALE) / price };
}
