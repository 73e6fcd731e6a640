import { t } from '../i18n/t';
import type { Headline } from '../model/card';
import type { Level } from '../model/risk';

/** White text of the browser's own badge keeps at least 4.5:1 on each. The word is in the title. */
const colours: Readonly<Record<Level, string>> = {
  safe: '#1b7f4d',
  watch: '#8a6100',
  low: '#b34700',
  critical: '#c0182b',
  liquidatable: '#7a0b6b',
  unknown: '#5b6470',
};

const MOST_CHARACTERS = 4;

interface Face {
  readonly text: string;
  readonly colour: string;
  readonly title: string;
  /** Whose water the icon shows; null for the plain mark. */
  readonly level: Level | null;
}

/** The toolbar's text, colour, tooltip and icon. "no debt" needs no number: the icon is then left clean. */
export function toolbarFace(card: Headline | null): Face {
  if (!card) return { text: '', colour: colours.unknown, title: t('toolbar.nobody'), level: null };
  const number = card.healthFactor.replace('≈', '');
  const text = number === t('figure.noDebt') ? '' : shortened(number);
  return {
    text,
    colour: colours[card.level],
    title: t('toolbar.title', { sentence: card.sentence }),
    level: card.level,
  };
}

/** Cutting digits off rounds down, as it should be. */
const shortened = (number: string): string => number.slice(0, MOST_CHARACTERS).replace(/[.,]$/, '');
