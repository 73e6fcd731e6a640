import type { Decimal } from 'decimal.js';
import type { Holding, Position } from '../model/position';
import type { Amount, Seizure } from '../model/rules';
import { worthOf } from './value';

/**
 * What the largest single liquidation would cost the owner, in the market's unit: seized less repaid less credited, at
 * the position's prices. Below 0 where more debt goes than collateral.
 * @returns null where nothing can be liquidated, and where a price is not known
 */
export function lossOf(position: Position, seizure: Seizure | null): string | null {
  if (!seizure || seizure.seized.length === 0) return null;
  const { collateral, debt } = position;
  const seized = totalOf(seizure.seized, collateral);
  const repaid = totalOf(seizure.repaid, debt);
  const credited = totalOf(seizure.credited, [...debt, ...collateral]);
  if (!seized || !repaid || !credited) return null;
  return seized.minus(repaid).minus(credited).toString();
}

function totalOf(amounts: readonly Amount[], holdings: readonly Holding[]): Decimal | null {
  const moved = amounts.map((amount) => movedOf(amount, holdings));
  return moved.includes(null) ? null : worthOf(moved.filter((each) => each !== null));
}

/** One token may stand in a position several times, at the prices of different oracles: then nobody can say which. */
function movedOf({ asset, amount }: Amount, holdings: readonly Holding[]): Holding | null {
  const [found, ...others] = holdings.filter(({ address }) => address === asset);
  if (!found || others.some(({ price }) => price !== found.price)) return null;
  return { ...found, amount: `${amount}` };
}
