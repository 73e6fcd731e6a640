import { parseAbi } from 'viem';
import type { Market } from '../../model/position';
import type { HoldingRate, Rates } from '../../model/rates';
import type { Inquiry } from '../../model/reader';
import { contractAt, newRound, orNull } from '../contract';
import { curveAt, kinked, RAY, worstOf } from '../curve';
import { cTokenAbi } from './abi';
import type { CompoundV2Position } from './rules.position';

/** CToken and JumpRateModelV2: rates and slopes are wads a block, the kink a wad. */
const abi = parseAbi([
  'function borrowRatePerBlock() view returns (uint256)',
  'function supplyRatePerBlock() view returns (uint256)',
  'function interestRateModel() view returns (address)',
  'function kink() view returns (uint256)',
  'function baseRatePerBlock() view returns (uint256)',
  'function multiplierPerBlock() view returns (uint256)',
  'function jumpMultiplierPerBlock() view returns (uint256)',
]);

/** A block every twelve seconds, as Ethereum has had since September 2022: 365 days have so many. */
const BLOCKS = 2_628_000n;
const WAD = 10n ** 18n;
const yearly = (perBlock: bigint): bigint => perBlock * BLOCKS * 10n ** 9n;

/** Of each market that the position is in, with the interest up to this block. */
export function* rates(_: Market, { collateral, debt }: CompoundV2Position): Inquiry<Rates> {
  const first = newRound();
  const cTokens = [...new Set([...collateral, ...debt].map(({ cToken }) => cToken))];
  for (const cToken of cTokens) first.ask(contractAt(cToken, cTokenAbi)('accrueInterest', []));
  const asked = cTokens.map((cToken) => {
    const at = contractAt(cToken, abi);
    return {
      cToken,
      borrow: first.ask(orNull(at('borrowRatePerBlock', []))),
      supply: first.ask(orNull(at('supplyRatePerBlock', []))),
      model: first.ask(orNull(at('interestRateModel', []))),
    };
  });
  first.answer(yield first.calls);
  const second = newRound();
  const told = asked.flatMap(({ cToken, borrow, supply, model }) => {
    const [paid, earned, at] = [borrow(), supply(), model()];
    if (paid === null || earned === null) return [];
    const names = ['kink', 'baseRatePerBlock', 'multiplierPerBlock', 'jumpMultiplierPerBlock'] as const;
    const curve = at === null ? [] : names.map((name) => second.ask(orNull(contractAt(at, abi)(name, []))));
    return [{ cToken, paid: yearly(paid), earned: yearly(earned), curve }];
  });
  second.answer(yield second.calls);

  const rateOf = (asset: HoldingRate['asset'], of: string, isDebt: boolean): HoldingRate | null => {
    const found = told.find(({ cToken }) => cToken === of);
    if (!found) return null;
    const { paid, earned } = found;
    const [kink, base, slope, jump] = found.curve.map((say) => say());
    const corners =
      kink != null && base != null && slope != null && jump != null
        ? kinked(
            (kink * RAY) / WAD,
            yearly(base),
            (yearly(slope) * kink) / WAD,
            (yearly(jump) * (WAD - kink)) / WAD,
          )
        : null;
    const curve = corners && curveAt(corners, paid);
    const own = isDebt ? paid : earned;
    return {
      asset,
      borrow: `${paid}`,
      supply: `${earned}`,
      own: `${own}`,
      since: 0,
      worst: isDebt ? worstOf(curve) : null,
      curve,
    };
  };
  return {
    collateral: collateral.map(({ address, cToken }) => rateOf(address, cToken, false)),
    debt: debt.map(({ address, cToken }) => rateOf(address, cToken, true)),
  };
}
