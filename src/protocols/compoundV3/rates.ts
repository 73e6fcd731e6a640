import { parseAbi } from 'viem';
import type { Market } from '../../model/position';
import type { HoldingRate, Rates } from '../../model/rates';
import type { Inquiry } from '../../model/reader';
import { contractAt, newRound, orNull } from '../contract';
import { curveAt, kinked, worstOf, yearly } from '../curve';
import type { CompoundV3Position } from './rules.position';

/** CometInterface: rates are wads a second, the kink a wad. */
const abi = parseAbi([
  'function getUtilization() view returns (uint256)',
  'function getBorrowRate(uint256) view returns (uint64)',
  'function getSupplyRate(uint256) view returns (uint64)',
  'function borrowKink() view returns (uint256)',
  'function borrowPerSecondInterestRateBase() view returns (uint256)',
  'function borrowPerSecondInterestRateSlopeLow() view returns (uint256)',
  'function borrowPerSecondInterestRateSlopeHigh() view returns (uint256)',
]);

const WAD = 10n ** 18n;

/** Of the base, which is owed. Collateral earns nothing in Comet. */
export function* rates(market: Market, { collateral, debt }: CompoundV3Position): Inquiry<Rates> {
  const comet = contractAt(market.address, abi);
  const first = newRound();
  const utilization = first.ask(comet('getUtilization', []));
  const kink = first.ask(orNull(comet('borrowKink', [])));
  const base = first.ask(orNull(comet('borrowPerSecondInterestRateBase', [])));
  const low = first.ask(orNull(comet('borrowPerSecondInterestRateSlopeLow', [])));
  const high = first.ask(orNull(comet('borrowPerSecondInterestRateSlopeHigh', [])));
  first.answer(yield first.calls);
  const second = newRound();
  const borrow = second.ask(comet('getBorrowRate', [utilization()]));
  const supply = second.ask(orNull(comet('getSupplyRate', [utilization()])));
  second.answer(yield second.calls);

  const rate = yearly(borrow());
  const [bend, least, slow, steep] = [kink(), base(), low(), high()];
  const isWhole = bend !== null && least !== null && slow !== null && steep !== null;
  const corners = isWhole
    ? kinked(
        bend * 10n ** 9n,
        yearly(least),
        (yearly(slow) * bend) / WAD,
        (yearly(steep) * (WAD - bend)) / WAD,
      )
    : null;
  const curve = corners && curveAt(corners, rate);
  const earned = supply();
  const none = { borrow: null, supply: '0', own: '0', since: 0, worst: null, curve: null };
  return {
    collateral: collateral.map(({ address }): HoldingRate => ({ asset: address, ...none })),
    debt: debt.map(
      ({ address }): HoldingRate => ({
        asset: address,
        borrow: `${rate}`,
        supply: earned === null ? null : `${yearly(earned)}`,
        own: `${rate}`,
        since: 0,
        worst: worstOf(curve),
        curve,
      }),
    ),
  };
}
