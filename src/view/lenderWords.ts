import type { Deadline, TierReach } from '../model/lender';
import { formatMove } from './format';

export const tierWords: Readonly<Record<TierReach['tier'], string>> = {
  start: 'Start',
  marginCall: 'Margin call',
  liquidation: 'Liquidation',
};

export const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** "due in 12 days", "in grace, 3 days left", "overdue by 2 days". */
export function deadlineWords({ status, days: count }: Deadline): string {
  if (status === 'overdue') return `overdue by ${days(count)}`;
  if (status === 'in grace') return count === 0 ? 'in grace, last day' : `in grace, ${days(count)} left`;
  return count === 0 ? 'due today' : `due in ${days(count)}`;
}

const WHAT = { payment: 'Next payment', principal: 'Principal' } as const;

/** The deadlines of a term loan, a line each, and that no price matters. */
export const termLoanWords = (deadlines: readonly Deadline[]): string[] => [
  ...deadlines.map((each) => `${WHAT[each.what]} ${deadlineWords(each)}.`),
  'No price triggers this.',
];

/** What no figure can say of a loan whose collateral the lender holds. */
export const CUSTODY =
  'The lender holds your collateral. If it fails or stops withdrawals, no figure here helps.';

/** When a tier is reached: "at −28.9%, or by interest alone in 700 days". */
export function reachWords({ reached, move, days: count }: TierReach): string {
  if (reached) return 'reached';
  if (move === null) return 'nothing is owed';
  return `at ${formatMove(move)}${count === null ? '' : `, or by interest alone in ${days(count)}`}`;
}
