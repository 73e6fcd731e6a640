import type { Collateral, Holding, Position } from '../model/position';
import type { LevelChoices } from '../model/settings';
import { usualChoices } from './choices';
import { limitsOf } from './level';
import { rulesOf } from './rules';
import { Exact } from './value';

const WAD = 10n ** 18n;

/** Counted collateral and debt as whole numbers over one denominator that both share, nothing rounded. */
interface Balance {
  readonly counted: bigint;
  readonly owed: bigint;
}

/** What the smallest unit of a holding adds to the side it is on. */
interface Weights {
  collateral(held: Collateral, factor?: 'threshold' | 'loanToValue'): bigint;
  debt(owed: Holding): bigint;
}

const scaleOf = ({ decimals, priceDecimals }: Holding): number => decimals + priceDecimals;

function weightsOf({ collateral, debt, factorScale }: Position): Weights {
  const finest = Math.max(0, ...collateral.map(scaleOf), ...debt.map(scaleOf));
  const weight = (of: Holding): bigint => BigInt(of.price) * 10n ** BigInt(finest - scaleOf(of));
  return {
    collateral: (held, factor = 'threshold') => (held.enabled ? weight(held) * BigInt(held[factor]) : 0n),
    debt: (owed) => weight(owed) * BigInt(factorScale),
  };
}

/** Both sides; what was added up before is remembered, because an action leaves most holdings as they are. */
function balances(weights: Weights): (position: Position) => Balance {
  const known = new Map<Holding, bigint>();
  const of = <H extends Holding>(holding: H, weight: (each: H) => bigint): bigint => {
    const found = known.get(holding);
    if (found !== undefined) return found;
    const value = BigInt(holding.amount) * weight(holding);
    known.set(holding, value);
    return value;
  };
  return ({ collateral, debt }) => {
    let [counted, owed] = [0n, 0n];
    for (const held of collateral) counted += of(held, weights.collateral);
    for (const each of debt) owed += of(each, weights.debt);
    return { counted, owed };
  };
}

/** Where Watch begins to be Low: what a position should at least have. */
export const usualBuffer = (position: Position, choices: LevelChoices = usualChoices): string =>
  limitsOf(position, choices)[1];

/** A buffer that a position should have, before and after what its owner does. */
export interface Goal {
  /** What the debt may be of the counted collateral, 1 − buffer, as a fraction of whole numbers. */
  readonly debt: bigint;
  readonly whole: bigint;
  readonly weights: Weights;
  /** Counted collateral that the debt asks for, times `debt`, and what there is beyond it; negative where it lacks. */
  readonly needed: bigint;
  readonly spare: bigint;
  /** Whether it is there, by exact values and by the contract's own health factor, and nobody may liquidate. */
  isReachedBy(after: Position): boolean;
}

/** @throws where the buffer is not a share from 0 up to 1 */
export function goalOf(position: Position, buffer: string): Goal {
  const share = new Exact(buffer);
  if (!share.gte(0) || !share.lt(1)) throw new Error(`${buffer} is not a share of buffer.`);
  const whole = 10n ** BigInt(share.decimalPlaces());
  const debt = whole - BigInt(share.mul(`${whole}`).toFixed(0));
  const weights = weightsOf(position);
  const balanceOf = balances(weights);
  const marginOf = (of: Position) => {
    const { counted, owed } = balanceOf(of);
    const needed = owed * whole;
    return { needed, spare: counted * debt - needed };
  };
  const rules = rulesOf(position);
  const healthFactor = (WAD * whole) / debt; // rounded down, as contracts round theirs
  return {
    debt,
    whole,
    weights,
    ...marginOf(position),
    isReachedBy(after) {
      if (marginOf(after).spare < 0n) return false;
      const found = rules.healthFactor(after);
      return (found === null || found >= healthFactor) && !rules.liquidatable(after);
    },
  };
}
