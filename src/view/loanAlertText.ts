import { t } from '../i18n/t';
import type { Told } from './alertText';
import type { LoanCard } from './loanCard';

/** What a notification says of a loan that was entered by hand. */
export function loanAlertText(card: LoanCard, kind: 'crossing' | 'reminder'): Told {
  const { title, figureName, figure, facts, tiers, alarm } = card;
  const word = alarm?.word ?? card.word;
  const next = tiers.find(({ reach }) => reach !== t('tier.reached'));
  return {
    title:
      kind === 'reminder'
        ? t('alert.reminder', { level: word.toLowerCase(), title })
        : t('alert.crossing', { level: word, title }),
    message: [
      t('alert.loan.figure', { name: figureName, figure }),
      ...facts.slice(0, 1).map((words) => t('sentence', { words })),
      ...(next ? [t('alert.loan.next', { tier: next.name, ltv: next.ltv, reach: next.reach })] : []),
      alarm?.moves ? t('alert.loan.restore') : t('alert.loan.pay'),
    ].join(' '),
  };
}
