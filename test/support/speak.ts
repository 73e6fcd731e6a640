import { fakeBrowser } from 'wxt/testing';
import ar from '../../assets/locales/ar.json';
import en from '../../assets/locales/en.json';
import es from '../../assets/locales/es.json';
import { speaking } from '../../src/i18n/speaking';

const locales = { ar, en, es };

/** Lets the fake browser speak another language from now on: "es-MX" is Spanish as in Mexico. */
export function speak(language: string): void {
  const texts = locales[language.slice(0, 2) as keyof typeof locales] ?? en;
  Object.assign(fakeBrowser.i18n, speaking(texts, language));
}
