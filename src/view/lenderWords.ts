import type { Deadline, Tiers } from '../model/lender';

export const tierWords: Readonly<Record<keyof Tiers, string>> = {
  start: 'Start',
  marginCall: 'Margin call',
  liquidation: 'Liquidation',
};

export const noPriceTriggers = 'No price triggers this.';

export const custodyNote =
  'The lender holds your collateral. If it fails or stops withdrawals, no figure here helps.';

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** "due in 12 days", "in grace, 3 days left", "overdue by 2 days". */
export function deadlineWords({ status, days: count }: Deadline): string {
  if (status === 'overdue') return `overdue by ${days(count)}`;
  if (status === 'in grace') return count === 0 ? 'in grace, last day' : `in grace, ${days(count)} left`;
  return count === 0 ? 'due today' : `due in ${days(count)}`;
}
