import type { Told } from './alertText';
import type { LoanCard } from './loanCard';

/** What a notification says of a loan that was entered by hand. */
export function loanAlertText(card: LoanCard, kind: 'crossing' | 'reminder'): Told {
  const { title, figureName, figure, facts, tiers, alarm } = card;
  const word = alarm?.word ?? card.word;
  const next = tiers.find(({ reach }) => reach !== 'reached');
  const tier = next ? `${next.name} at ${next.ltv}: ${next.reach}.` : '';
  const way = alarm?.moves ? 'Pay back or add collateral at the lender.' : 'Pay it at the lender.';
  return {
    title: kind === 'reminder' ? `Still ${word.toLowerCase()}: ${title}` : `${word}: ${title}`,
    message: [`${figureName}: ${figure}.`, `${facts[0] ?? ''}.`, tier, way].filter(Boolean).join(' '),
  };
}
