import type { Deadline, TermLoan } from '../model/lender';

const DAY = 86_400;

/** Whole days from one to the other, in UTC; `now` in seconds since 1970. */
export const daysSince = (date: string, now: number): number => Math.floor(now / DAY) - dayOf(date);

/**
 * What is to be paid and when, the most pressing first; `now` in seconds since 1970, days in UTC. What is due today is due
 * in 0 days, and the last day of grace has 0 days left.
 * @throws in the user's words where a date is none
 */
export function deadlines({ nextPayment, principal, dueDate, graceDays }: TermLoan, now: number): Deadline[] {
  const today = Math.floor(now / DAY);
  const at = (what: Deadline['what'], date: string, amount: string): Deadline => {
    const left = dayOf(date) - today;
    if (left >= 0) return { what, date, amount, status: 'due', days: left };
    if (left + graceDays >= 0) return { what, date, amount, status: 'in grace', days: left + graceDays };
    return { what, date, amount, status: 'overdue', days: -left };
  };
  const payments = nextPayment ? [at('payment', nextPayment.date, nextPayment.amount)] : [];
  return [...payments, at('principal', dueDate, principal)].sort(
    (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || dayOf(a.date) - dayOf(b.date),
  );
}

const ORDER: readonly Deadline['status'][] = ['overdue', 'in grace', 'due'];

function dayOf(date: string): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new Error(`“${date}” is not a day. Write it like 2026-12-01.`);
  return time / 1000 / DAY;
}
