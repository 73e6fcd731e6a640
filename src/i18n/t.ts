import { createI18n } from '@wxt-dev/i18n';
import type en from '../../assets/locales/en.json';

/** "popup.title" for the text at { popup: { title } }. */
type KeyOf<Texts> = {
  [Name in keyof Texts & string]: Texts[Name] extends string ? Name : `${Name}.${KeyOf<Texts[Name]>}`;
}[keyof Texts & string];

type TextKey = KeyOf<typeof en>;

interface Translate {
  (key: TextKey): string;
  /** Fills the {names} that the text has. */
  (key: TextKey, values: Readonly<Record<string, string | number>>): string;
  /** Chooses among the forms that " | " separates: one and many, or none, one and many. */
  (key: TextKey, count: number, values?: Readonly<Record<string, string | number>>): string;
}

/** A text from assets/locales in the browser's language, English where that is not there. */
export const t: Translate = createI18n().t;
