import { createI18n } from '@wxt-dev/i18n';
import type en from '../../assets/locales/en.json';

/** "popup.title" for the text at { popup: { title } }. */
type KeyOf<Texts> = {
  [Name in keyof Texts & string]: Texts[Name] extends string ? Name : `${Name}.${KeyOf<Texts[Name]>}`;
}[keyof Texts & string];

type TextKey = KeyOf<typeof en>;

type Values = Readonly<Record<string, string | number>>;

interface Translate {
  (key: TextKey): string;
  /** Fills the {names} that the text has. */
  (key: TextKey, values: Values): string;
  /** Chooses among the forms that " | " separates: one and many, or none, one and many. */
  (key: TextKey, count: number, values: Values): string;
}

type Given = readonly (Values | number)[];

const { t: fill } = createI18n() as { t: (key: TextKey, ...given: Given) => string };

/** A text from assets/locales in the browser's language, English where that is not there. Looked up at every call. */
export const t: Translate = (key: TextKey, ...given: Given) =>
  fill(key, ...given.map((each) => (typeof each === 'number' ? each : apart(each))));

/**
 * Among words from right to left a value keeps its own direction: "−38%" or an address would else be shown in pieces. By the
 * isolates of the Unicode Bidirectional Algorithm (UAX 9): what has a letter from right to left is words of ours. In other
 * languages there is nothing to keep apart.
 */
export function isolated(value: string): string {
  if (fill('locale.direction') !== 'rtl') return value;
  return `${/[\u0590-\u08ff]/.test(value) ? '\u2067' : '\u2068'}${value}\u2069`;
}

const apart = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(`${value}`)]));
