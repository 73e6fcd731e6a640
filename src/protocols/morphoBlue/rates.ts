import { parseAbi, zeroAddress } from 'viem';
import type { Market } from '../../model/position';
import type { HoldingRate, Rates, WorstRate } from '../../model/rates';
import type { Inquiry } from '../../model/reader';
import { blockTime } from '../blockTime';
import { contractAt, newRound, orNull } from '../contract';
import { type Corners, curveAt, RAY, yearly } from '../curve';
import { morphoAbi } from './abi';
import type { MorphoBluePosition } from './rules.position';

/** IIrm, and AdaptiveCurveIrm's own rate at its target; wads a second. */
const irmAbi = parseAbi([
  'struct MarketParams { address loanToken; address collateralToken; address oracle; address irm; uint256 lltv; }',
  'struct Market { uint128 totalSupplyAssets; uint128 totalSupplyShares; uint128 totalBorrowAssets; uint128 totalBorrowShares; uint128 lastUpdate; uint128 fee; }',
  'function borrowRateView(MarketParams, Market) view returns (uint256)',
  'function rateAtTarget(bytes32) view returns (int256)',
]);

const WAD = 10n ** 18n;

/** ConstantsLib of morpho-blue-irm: CURVE_STEEPNESS, TARGET_UTILIZATION, ADJUSTMENT_SPEED and MAX_RATE_AT_TARGET, a year. */
const STEEPNESS = 4n;
const TARGET = (RAY * 9n) / 10n;
const SPEED = RAY * 50n;
const MOST = RAY * 2n;

/** A pool is where its money is to a millionth, or it is not on this curve. */
const NEAR = RAY / 1_000_000n;

/** Of the loan token. Collateral earns nothing in Morpho. */
export function* rates(
  { address }: Market,
  { market, collateral, debt }: MorphoBluePosition,
): Inquiry<Rates> {
  const morpho = contractAt(address, morphoAbi);
  const first = newRound();
  const facts = first.ask(morpho('idToMarketParams', [market.id]));
  const totals = first.ask(morpho('market', [market.id]));
  const time = first.ask(blockTime);
  first.answer(yield first.calls);

  const [loanToken, collateralToken, oracle, irm, lltv] = facts();
  const [totalSupplyAssets, totalSupplyShares, totalBorrowAssets, totalBorrowShares, at, fee] = totals();
  const params = { loanToken, collateralToken, oracle, irm, lltv };
  // As if just touched, so that the rate is of now and not the average since; the curve is brought up to now by accruing.
  const shares = { totalSupplyAssets, totalSupplyShares, totalBorrowAssets, totalBorrowShares, fee };
  const second = newRound();
  second.ask(morpho('accrueInterest', [params]));
  const model = contractAt(irm, irmAbi);
  const view = second.ask(orNull(model('borrowRateView', [params, { ...shares, lastUpdate: time() ?? at }])));
  const target = second.ask(orNull(model('rateAtTarget', [market.id])));
  second.answer(yield second.calls);

  const said = irm === zeroAddress ? 0n : view();
  const utilization = totalSupplyAssets === 0n ? 0n : (totalBorrowAssets * RAY) / totalSupplyAssets;
  const none = { borrow: null, supply: '0', own: '0', since: 0, worst: null, curve: null };
  const rateOf = (asset: HoldingRate['asset']): HoldingRate | null => {
    if (said === null) return null;
    const rate = yearly(said);
    const atTarget = irm === zeroAddress ? null : target();
    const curve = atTarget === null ? null : adaptiveCurve(yearly(atTarget), rate, utilization);
    return {
      asset,
      borrow: `${rate}`,
      supply: `${(((rate * utilization) / RAY) * (WAD - fee)) / WAD}`,
      own: `${rate}`,
      since: 0,
      worst: irm === zeroAddress ? { rate: '0', climb: null } : worstOf(curve?.corners.at(-1)?.rate),
      curve,
    };
  };
  return {
    collateral: collateral.map((held): HoldingRate => ({ asset: held.address, ...none })),
    debt: debt.map((owed) => rateOf(owed.address)),
  };
}

function adaptiveCurve(atTarget: bigint, rate: bigint, utilization: bigint) {
  const corners: Corners = [
    [0n, atTarget / STEEPNESS],
    [TARGET, atTarget],
    [RAY, atTarget * STEEPNESS],
  ];
  const curve = curveAt(corners, rate);
  const off = BigInt(curve?.utilization ?? 0) - utilization;
  return off > NEAR || off < -NEAR ? null : curve;
}

/** Used up, the curve itself climbs until its target's rate is at the most that it may be. */
const worstOf = (rate: string | undefined): WorstRate | null =>
  rate === undefined ? null : { rate, climb: { speed: `${SPEED}`, most: `${MOST * STEEPNESS}` } };
