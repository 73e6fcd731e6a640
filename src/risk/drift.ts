import type { Holding, Position } from '../model/position';
import type { Drift, HoldingRate, Rates, Span } from '../model/rates';
import { type Charge, debtGrowth, incomeGrowth, times } from './accrual';
import { rulesOf } from './rules';
import { leastWhere } from './search';
import { countedOf, Exact, worthOf } from './value';

/** Ten years, in seconds: further ahead no rate of today means anything. */
const HORIZON = 315_360_000n;

/**
 * How long until interest alone liquidates, prices and rates as they are; and with the pools of all debts used up. By the
 * protocol's own rules on the position as it will be. Debt is taken to compound in every instant and collateral not at
 * all, so the contract comes to it no sooner, and later by no more than the difference of the two.
 * @returns null where nothing is owed, and where a rate that matters is not known
 */
export function drift(position: Position, rates: Rates): Drift | null {
  const income = position.collateral.map((held, place): Income | null =>
    held.enabled ? rateOf(held, rates.collateral[place]) : IDLE,
  );
  const interest: readonly (HoldingRate | null)[] = position.debt.map((owed, place) =>
    rateOf(owed, rates.debt[place]),
  );
  if (interest.length === 0 || !isWhole(income) || !isWhole(interest)) return null;
  const worst = interest.map((rate): Charge | null => rate.worst && { ...rate, ...rate.worst });
  const own = interest.map((rate): Charge => ({ ...rate, rate: rate.own, climb: null }));
  return {
    now: spanOf(position, income, own),
    worst: isWhole(worst) ? spanOf(position, income, worst) : null,
  };
}

/** What does not count as collateral may earn what it likes. */
type Income = Pick<HoldingRate, 'own' | 'since'>;
const IDLE: Income = { own: '0', since: 0 };

/** What was read of another asset than stands there now is of no use. */
const rateOf = ({ address }: Holding, rate: HoldingRate | null | undefined): HoldingRate | null =>
  rate?.asset === address ? rate : null;

const isWhole = <T>(all: readonly T[]): all is readonly NonNullable<T>[] =>
  all.every((each) => each !== null);

function spanOf(position: Position, income: readonly Income[], interest: readonly Charge[]): Span {
  const rules = rulesOf(position);
  const after = (seconds: bigint): Position => ({
    ...position,
    collateral: position.collateral.map((held, place) =>
      times(held, incomeGrowth(income[place] ?? IDLE, seconds), false),
    ),
    debt: position.debt.map((owed, place) => {
      const rate = interest[place];
      return rate ? times(owed, debtGrowth(rate, seconds), true) : owed;
    }),
  });
  if (rules.liquidatable(position)) return 0;
  const found = leastWhere((seconds) => rules.liquidatable(after(seconds)), HORIZON / 20n, HORIZON);
  if (found !== null) return Number(found) - 1;
  return isCovered(position, income, interest) ? 'never' : 'beyond';
}

/** Whether what counts against the debt grows by as much as the debt does, to begin with. */
function isCovered(position: Position, income: readonly Income[], interest: readonly Charge[]): boolean {
  const earned = position.collateral.map((held, place) =>
    countedOf([held], 'threshold', position).mul(income[place]?.own ?? 0),
  );
  const paid = position.debt.map((owed, place) => worthOf([owed]).mul(interest[place]?.rate ?? 0));
  return Exact.sum(0, ...earned).gte(Exact.sum(0, ...paid));
}
