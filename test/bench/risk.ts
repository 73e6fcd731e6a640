import type { Position } from '../../src/model/position';
import type { AaveV3Position } from '../../src/protocols/aaveV3/rules.position';
import type { MorphoBluePosition } from '../../src/protocols/morphoBlue/rules.position';
import { assess } from '../../src/risk/assess';
import { rulesOf } from '../../src/risk/rules';
import { accrualPosition } from './peers/blueSdk';
import { inputOf, lastDivision, summaryOf } from './peers/mathUtils';
import { aavePositions, morphoPositions } from './positions';
import { ratio, type Table } from './table';
import { medianMicroseconds } from './timing';

const SEED = 20261120;

const micro = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

/** Microseconds of one verdict and of one whole assessment beside what the peers take on the same positions. */
export function risk(): Table {
  const rows = [
    ...aaveRows('Aave v3, 1 collateral and 1 debt', aavePositions(1, 1, SEED)),
    ...aaveRows('Aave v3, 3 and 2', aavePositions(3, 2, SEED)),
    ...aaveRows('Aave v3, 20 and 10', aavePositions(20, 10, SEED)),
    ...morphoRows('Morpho, one market', morphoPositions(SEED)),
  ];
  return {
    title: `Microseconds on one thread, median; 20 positions of each kind, seed ${SEED}`,
    head: ['', 'work', 'µs', 'to our health factor', 'to our assessment'],
    rows,
    notes: [
      'whole assessment: verdict, health factor, every liquidation price, loss, buffer and the rest.',
      'math-utils 1.38.0 has no liquidation price; its division alone is given the sums. blue-sdk 6.4.0 starts from a new AccrualPosition.',
    ],
  };
}

function aaveRows(name: string, positions: readonly AaveV3Position[]): string[][] {
  const sums = positions.map(({ collateral, debt }) => {
    const worth = (each: { amount: string; price: string; decimals: number }) =>
      (BigInt(each.amount) * BigInt(each.price)) / 10n ** BigInt(each.decimals);
    const total = collateral.reduce((sum, each) => sum + worth(each), 0n);
    const weighted = collateral.reduce((sum, each) => sum + worth(each) * BigInt(each.threshold), 0n);
    const owed = debt.reduce((sum, each) => sum + worth(each), 0n);
    return { collateral: `${total}`, debt: `${owed}`, threshold: `${weighted / total}` };
  });
  return rowsOf(name, positions, [
    ['math-utils reserves and summary', medianMicroseconds(positions.map(inputOf), summaryOf)],
    ['math-utils last division alone', medianMicroseconds(sums, lastDivision)],
  ]);
}

const morphoRows = (name: string, positions: readonly MorphoBluePosition[]): string[][] =>
  rowsOf(name, positions, [
    [
      'blue-sdk health factor and verdict',
      medianMicroseconds(positions, (position) => {
        const { healthFactor, isHealthy } = accrualPosition(position);
        return [healthFactor, isHealthy];
      }),
    ],
    [
      'blue-sdk the same and its price',
      medianMicroseconds(positions, (position) => {
        const { healthFactor, isHealthy, liquidationPrice } = accrualPosition(position);
        return [healthFactor, isHealthy, liquidationPrice];
      }),
    ],
  ]);

function rowsOf(
  name: string,
  positions: readonly Position[],
  peers: readonly (readonly [string, number])[],
): string[][] {
  const liquidatable = medianMicroseconds(positions, (each) => rulesOf(each).liquidatable(each));
  const healthFactor = medianMicroseconds(positions, (each) => rulesOf(each).healthFactor(each));
  const assessment = medianMicroseconds(positions, assess);
  const all = [
    ['verdict', liquidatable] as const,
    ['health factor', healthFactor] as const,
    ['whole assessment', assessment] as const,
    ...peers,
  ];
  return all.map(([work, time], index) => [
    index === 0 ? name : '',
    work,
    micro(time),
    ratio(time, healthFactor),
    ratio(time, assessment),
  ]);
}
