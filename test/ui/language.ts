import ar from '../../assets/locales/ar.json';
import en from '../../assets/locales/en.json';
import es from '../../assets/locales/es.json';
import { speaking } from '../../src/i18n/speaking';

const locales = { ar, en, es };
const asked = new URLSearchParams(location.search).get('lang') ?? 'en-US';
const texts = locales[asked.slice(0, 2) as keyof typeof locales];

// The preview is a plain page, where no browser hands texts to an extension.
Object.assign(globalThis, {
  chrome: { ...Reflect.get(globalThis, 'chrome'), i18n: speaking(texts, asked) },
});
