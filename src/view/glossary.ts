import { t } from '../i18n/t';
import type { Term } from '../model/card';

export interface Entry {
  readonly name: string;
  /** What it means to a borrower, in a sentence or two. */
  readonly meaning: string;
}

export const glossary = (term: Term): Entry => ({
  name: t(`term.${term}.name`),
  meaning: t(`term.${term}.meaning`),
});
