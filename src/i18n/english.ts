import en from '../../assets/locales/en.json';

interface Texts {
  readonly [name: string]: string | Texts;
}

/** The browser's own name of a text: "popup_title" for the one at { popup: { title } }. */
const named = (texts: Texts, before = ''): [string, string][] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [[before + name, text]] : named(text, `${before}${name}_`),
  );

const messages = new Map(named(en));

/** What the browser's own i18n would say in English, for where there is no browser: the command line and the tests. */
export const english = {
  getMessage: (name: string): string => messages.get(name) ?? '',
  getUILanguage: () => 'en-US',
};
