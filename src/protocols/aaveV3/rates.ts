import { parseAbi } from 'viem';
import type { Address } from '../../model/asset';
import type { Position } from '../../model/position';
import type { HoldingRate, Rates } from '../../model/rates';
import type { Inquiry } from '../../model/reader';
import { blockTime } from '../blockTime';
import { contractAt, newRound, orNull, type Question } from '../contract';
import { curveAt, kinked, worstOf } from '../curve';
import { dataProviderAbi, providerAbi } from './abi';
import type { AaveV3Market } from './markets';
import type { AaveV3Position } from './rules.position';

/** ReserveDataLegacy, the same fifteen words from 3.0 to 3.7; what is not needed has no name. */
const abi = parseAbi([
  'function getReserveData(address) view returns ((uint256 a, uint128 b, uint128 supply, uint128 c, uint128 borrow, uint128 d, uint40 at, uint16 e, address f, address g, address h, address strategy, uint128 i, uint128 j, uint128 k))',
]);

/** IDefaultInterestRateStrategyV2 from 3.1 on, and what a strategy for one reserve had before. Rays. */
const strategyAbi = parseAbi([
  'function getInterestRateData(address) view returns ((uint256 optimal, uint256 base, uint256 slope1, uint256 slope2))',
  'function OPTIMAL_USAGE_RATIO() view returns (uint256)',
  'function getBaseVariableBorrowRate() view returns (uint256)',
  'function getVariableRateSlope1() view returns (uint256)',
  'function getVariableRateSlope2() view returns (uint256)',
]);

/** What a pool keeps of a reserve: rates as rays a year, and when they were last applied. */
interface Reserve {
  readonly supply: bigint;
  readonly borrow: bigint;
  readonly at: number;
  readonly strategy: Address;
}

type Ask = ReturnType<typeof newRound>['ask'];

/** The corners of a reserve's curve, or null: optimal utilization, base rate and both slopes. */
export type AskCurve = (ask: Ask, strategy: Address, asset: Address) => () => readonly (bigint | null)[];

type AavePosition = Position & Pick<AaveV3Position, 'arithmetic'>;

/** How versions differ. */
export interface Dialect {
  /** Where the market does not fix it, it is asked for. */
  readonly dataProvider: Address | Question<Address>;
  reserve(asset: Address): Question<Reserve>;
  readonly askCurve: AskCurve;
}

/** What Aave's pools say of the rates of a position: first each reserve, then its strategy and the owner's own debt. */
export function* aaveRates(
  position: AavePosition,
  { dataProvider, reserve, askCurve }: Dialect,
): Inquiry<Rates> {
  const { collateral, debt, owner } = position;
  const coarse = position.arithmetic === 'averaged';
  const first = newRound();
  const provider = typeof dataProvider === 'string' ? () => dataProvider : first.ask(dataProvider);
  const assets = [...new Set([...collateral, ...debt].map(({ address }) => address))];
  const asked = assets.map((asset) => ({ asset, say: first.ask(orNull(reserve(asset))) }));
  first.answer(yield first.calls);

  const second = newRound();
  const { ask } = second;
  const now = ask(blockTime);
  const data = contractAt(provider(), dataProviderAbi);
  const told = new Map(
    asked.flatMap(({ asset, say }) => {
      const is = say();
      if (is === null) return [];
      const user = ask(data('getUserReserveData', [asset, owner]));
      return [[asset, { is, user, curve: askCurve(ask, is.strategy, asset) }] as const];
    }),
  );
  second.answer(yield second.calls);

  const rateOf = (asset: Address, isDebt: boolean): HoldingRate | null => {
    const of = told.get(asset);
    const time = now();
    if (!of || time === null) return null;
    const { supply, borrow, at } = of.is;
    const [optimal, base, slope1, slope2] = of.curve();
    const isWhole = optimal != null && base != null && slope1 != null && slope2 != null;
    const curve = isWhole ? curveAt(kinked(optimal, base, slope1, slope2), borrow) : null;
    const common = {
      asset,
      supply: `${supply}`,
      borrow: `${borrow}`,
      since: Number(time) - at,
      curve,
      coarse,
    };
    if (!isDebt) return { ...common, own: `${supply}`, worst: null };
    const [, stable, variable, , , stableRate] = of.user();
    const fixed = stable > 0n ? stableRate : 0n;
    const floating = variable > 0n || stable === 0n ? borrow : 0n;
    const worst = floating === 0n ? { rate: `${fixed}`, climb: null } : worstOf(curve);
    const isFixedWorse = worst !== null && BigInt(worst.rate) < fixed;
    return {
      ...common,
      own: `${fixed > floating ? fixed : floating}`,
      worst: isFixedWorse ? { ...worst, rate: `${fixed}` } : worst,
    };
  };
  return {
    collateral: collateral.map(({ address }) => rateOf(address, false)),
    debt: debt.map(({ address }) => rateOf(address, true)),
  };
}

const askCurve: AskCurve = (ask, strategy, asset) => {
  const at = contractAt(strategy, strategyAbi);
  const all = ask(orNull(at('getInterestRateData', [asset])));
  const each = (
    [
      'OPTIMAL_USAGE_RATIO',
      'getBaseVariableBorrowRate',
      'getVariableRateSlope1',
      'getVariableRateSlope2',
    ] as const
  ).map((name) => ask(orNull(at(name, []))));
  return () => {
    const is = all();
    return is === null ? each.map((say) => say()) : [is.optimal, is.base, is.slope1, is.slope2];
  };
};

export const rates = (market: AaveV3Market, position: AaveV3Position): Inquiry<Rates> =>
  aaveRates(position, {
    dataProvider: contractAt(market.provider, providerAbi)('getPoolDataProvider', []),
    reserve: (asset) => contractAt(market.address, abi)('getReserveData', [asset]),
    askCurve,
  });
