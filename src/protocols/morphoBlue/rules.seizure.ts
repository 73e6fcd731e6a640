import type { Seizure } from '../../model/rules';
import {
  amountsOf,
  assetsDown,
  assetsUp,
  ceilDiv,
  PRICE_SCALE,
  sharesUp,
  type Totals,
  WAD,
} from './rules.amounts';
import type { MorphoBluePosition } from './rules.position';

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
 * that is then left is written off at the lenders' cost. Nothing can stop it: Morpho has no pause.
 */
export function seizureOf(position: MorphoBluePosition): Seizure | null {
  const { collateral, price, lltv } = amountsOf(position);
  const [held] = position.collateral;
  const [owed] = position.debt;
  if (!owed) return null;
  const { shares, totalAssets, totalShares } = position.borrowed;
  const totals: Totals = { assets: BigInt(totalAssets), shares: BigInt(totalShares) };
  const { repaid, seized } = largest(
    { collateral, price, incentive: incentiveOf(lltv) },
    BigInt(shares),
    totals,
  );
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
