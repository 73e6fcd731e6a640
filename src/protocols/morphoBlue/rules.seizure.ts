import type { Seizure } from '../../model/rules';
import {
  amountsOf,
  assetsDown,
  assetsUp,
  ceilDiv,
  maxBorrow,
  PRICE_SCALE,
  sharesUp,
  type Totals,
  WAD,
} from './rules.amounts';
import type { MorphoBluePosition } from './rules.position';
import { preSeizure } from './rules.preLiquidation';

/** ConstantsLib: the incentive is 1 / (1 − 0.3 × (1 − LLTV)), at most 1.15, as wads. */
const LIQUIDATION_CURSOR = (3n * WAD) / 10n;
const MAX_INCENTIVE = (115n * WAD) / 100n;

/** What a liquidator gets for each unit repaid, as a wad. */
function incentiveOf(lltv: bigint): bigint {
  const incentive = (WAD * WAD) / (WAD - (LIQUIDATION_CURSOR * (WAD - lltv)) / WAD);
  return incentive < MAX_INCENTIVE ? incentive : MAX_INCENTIVE;
}

/**
 * Morpho.liquidate with the whole debt or, where the collateral cannot pay for that, with all of the collateral; the debt
 * that is then left is written off at the lenders' cost. Nothing can stop it: Morpho has no pause. Where a contract that
 * the owner allowed acts before Morpho does, its part comes first.
 */
export function seizureOf(position: MorphoBluePosition): Seizure | null {
  const amounts = amountsOf(position);
  const { collateral, price, debt } = amounts;
  const [held] = position.collateral;
  const [owed] = position.debt;
  if (!owed) return null;
  const { shares, totalAssets, totalShares } = position.borrowed;
  const totals: Totals = { assets: BigInt(totalAssets), shares: BigInt(totalShares) };
  const lltv = BigInt(held?.loanToValue ?? 0);
  const refusedAt = (ratio: bigint) => maxBorrow(collateral, price, ratio) >= debt;
  // Those that act at this price; where none does yet, any may be the first.
  const early = position.preLiquidations.filter(
    ({ preLltv }) => refusedAt(lltv) && (refusedAt(amounts.lltv) || !refusedAt(BigInt(preLltv))),
  );
  const offers = early.map((terms) => preSeizure(amounts, lltv, BigInt(shares), totals, terms));
  const [most = largest({ collateral, price, incentive: incentiveOf(lltv) }, BigInt(shares), totals)] =
    offers.sort((a, b) => (a.seized > b.seized ? -1 : 1));
  const { repaid, seized } = most;
  return {
    repaid: [{ asset: owed.address, amount: repaid }],
    seized: held ? [{ asset: held.address, amount: seized }] : [],
    credited: [],
    blocked: null,
  };
}

interface Offer {
  readonly collateral: bigint;
  readonly price: bigint;
  readonly incentive: bigint;
}

function largest({ collateral, price, incentive }: Offer, shares: bigint, totals: Totals) {
  if (price > 0n) {
    const paid = (assetsDown(shares, totals) * incentive) / WAD;
    const seized = (paid * PRICE_SCALE) / price;
    if (seized <= collateral) return { repaid: assetsUp(shares, totals), seized };
  }
  const quoted = ceilDiv(collateral * price, PRICE_SCALE);
  const repaidShares = sharesUp(ceilDiv(quoted * WAD, incentive), totals);
  return { repaid: assetsUp(repaidShares, totals), seized: collateral };
}
