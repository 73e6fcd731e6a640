interface Texts {
  readonly [name: string]: string | Texts;
}

/** The browser's own name of a text: "popup_title" for the one at { popup: { title } }. */
const named = (texts: Texts, before = ''): [string, string][] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [[before + name, text]] : named(text, `${before}${name}_`),
  );

/** What the browser's own i18n would say in a language, for where there is no browser. */
export function speaking(texts: Texts, language: string) {
  const messages = new Map(named(texts));
  return {
    getMessage: (name: string): string => messages.get(name) ?? '',
    getUILanguage: () => language,
  };
}
