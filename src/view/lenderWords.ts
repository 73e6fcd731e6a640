import { t } from '../i18n/t';
import type { Deadline, TierReach } from '../model/lender';
import { formatMove } from './format';

export const tierWords = (tier: TierReach['tier']): string => t(`tier.name.${tier}`);

export const days = (count: number): string => t('day', count, { count });

/** "due in 12 days", "in grace, 3 days left", "overdue by 2 days". */
export function deadlineWords({ status, days: count }: Deadline): string {
  if (status === 'overdue') return t('deadline.overdue', { days: days(count) });
  if (status === 'in grace')
    return count === 0 ? t('deadline.lastGrace') : t('deadline.inGrace', { days: days(count) });
  return count === 0 ? t('deadline.today') : t('deadline.due', { days: days(count) });
}

/** The deadlines of a term loan, a line each, and that no price matters. */
export const termLoanWords = (deadlines: readonly Deadline[]): string[] => [
  ...deadlines.map((each) => t(`deadline.of.${each.what}`, { deadline: deadlineWords(each) })),
  t('loan.noPrice'),
];

/** What no figure can say of a loan whose collateral the lender holds. */
export const custody = (): string => t('loan.custody');

/** When a tier is reached: "at −28.9%, or by interest alone in 700 days". */
export function reachWords({ reached, move, days: count }: TierReach): string {
  if (reached) return t('tier.reached');
  if (move === null) return t('tier.nothingOwed');
  const at = formatMove(move);
  return count === null ? t('tier.at', { move: at }) : t('tier.atOrIn', { move: at, days: days(count) });
}
