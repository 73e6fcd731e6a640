import { inDollars, inPercent } from '../i18n/numbers';
import { t } from '../i18n/t';
import { type Entry, glossary } from './glossary';

/** The words of forms, which the badge has no room for. */
export const factorEntries = (): Entry[] => [
  {
    name: t('factorWord.loanToValue.name'),
    meaning: t('factorWord.loanToValue.meaning', {
      share: inPercent('75'),
      worth: inDollars('100'),
      lent: inDollars('75'),
    }),
  },
  { name: t('factorWord.threshold.name'), meaning: t('factorWord.threshold.meaning') },
  glossary('buffer'),
];

const LENDERS = ['loanToValue', 'start', 'marginCall', 'liquidation', 'graceDays'] as const;

export const lenderEntries = (): Entry[] =>
  LENDERS.map((word) => ({ name: t(`lenderWord.${word}.name`), meaning: t(`lenderWord.${word}.meaning`) }));
