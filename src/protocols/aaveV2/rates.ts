import { parseAbi } from 'viem';
import type { Rates } from '../../model/rates';
import type { Inquiry } from '../../model/reader';
import { type AskCurve, aaveRates } from '../aaveV3';
import { contractAt, orNull } from '../contract';
import type { AaveV2Market } from './markets';
import type { AaveV2Position } from './rules.position';

/** DataTypes.ReserveData of v2; what is not needed has no name. */
const abi = parseAbi([
  'function getReserveData(address) view returns ((uint256 a, uint128 b, uint128 c, uint128 supply, uint128 borrow, uint128 d, uint40 at, address e, address f, address g, address strategy, uint8 h))',
]);

/** DefaultReserveInterestRateStrategy of v2, one for each reserve. Rays. */
const strategyAbi = parseAbi([
  'function OPTIMAL_UTILIZATION_RATE() view returns (uint256)',
  'function baseVariableBorrowRate() view returns (uint256)',
  'function variableRateSlope1() view returns (uint256)',
  'function variableRateSlope2() view returns (uint256)',
]);

const CURVE = [
  'OPTIMAL_UTILIZATION_RATE',
  'baseVariableBorrowRate',
  'variableRateSlope1',
  'variableRateSlope2',
] as const;

const askCurve: AskCurve = (ask, strategy) => {
  const asked = CURVE.map((name) => ask(orNull(contractAt(strategy, strategyAbi)(name, []))));
  return () => asked.map((say) => say());
};

export const rates = ({ address, dataProvider }: AaveV2Market, position: AaveV2Position): Inquiry<Rates> =>
  aaveRates(position, {
    dataProvider,
    reserve: (asset) => contractAt(address, abi)('getReserveData', [asset]),
    askCurve,
  });
