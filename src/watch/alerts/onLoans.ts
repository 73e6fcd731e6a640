import type { Notice, Vigil } from '../../model/alert';
import type { Snoozes } from '../../model/settings';
import { loanAlertsItem, snoozesItem } from '../../platform/storage';
import { cross, unseen } from '../../risk/crossing';
import { isWorse, snoozeAt } from '../../risk/silence';
import { loanAlertText } from '../../view/loanAlertText';
import type { LoanCard } from '../../view/loanCard';
import { currentChoices } from '../choices';
import { inTurn } from '../inTurn';
import { loansNow } from '../loans';
import { withNew } from './alertOn';
import { isQuietNow, mayTell } from './round';

/** Decides what loans that were entered by hand have to tell, by the same rules as positions, and writes it down. */
export const alertOnLoans = (): Promise<void> =>
  inTurn(async () => {
    const before = await loanAlertsItem.getValue();
    const cards = await loansNow();
    const [choices, snoozes] = await Promise.all([currentChoices(), snoozesItem.getValue()]);
    const round = { at: Math.floor(Date.now() / 1000), isQuiet: isQuietNow(choices), snoozes };
    const looked = cards.map((card) => ({ card, ...onLoan(card, before.vigils[card.id], round) }));
    const after = {
      vigils: Object.fromEntries(looked.map(({ card, vigil }) => [card.id, vigil])),
      pending: withNew(
        before.pending,
        looked.flatMap(({ notice }) => notice ?? []),
      ),
    };
    if (JSON.stringify(after) !== JSON.stringify(before)) await loanAlertsItem.setValue(after);
  }).catch(() => undefined);

function onLoan(
  card: LoanCard,
  before: Vigil = unseen,
  { at, isQuiet, snoozes }: { at: number; isQuiet: boolean; snoozes: Snoozes },
): { vigil: Vigil; notice: Notice | null } {
  const { alarm, id } = card;
  // What cannot be known has neither crossed nor recovered.
  if (!alarm) return { vigil: before, notice: null };
  const { level, wary, moves } = alarm;
  const snooze = snoozeAt(before, snoozes[id], at);
  const next = cross(before, { level, wary, at, reminds: moves });
  const isTold = next.alert !== null && mayTell(isQuiet, level) && (!snooze || isWorse(level, snooze));
  const { snooze: _, ...kept } = next.alert !== null && !isTold ? before : next.vigil;
  const vigil = snooze ? { ...kept, snooze: isTold ? { ...snooze, told: level } : snooze } : kept;
  if (!isTold || next.alert === null) return { vigil, notice: null };
  return { vigil, notice: { id: `loan:${id}`, level, at, ...loanAlertText(card, next.alert) } };
}
