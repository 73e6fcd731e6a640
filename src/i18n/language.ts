import { browser } from '@wxt-dev/browser';
import { t } from './t';

/**
 * The language of the texts, in the user's own region where that speaks it: "es-MX". In a browser whose language has no
 * texts here everything is English, numbers too: "1.499" among English words would be read as one and a half.
 */
export function language(): string {
  const texts = t('locale.language');
  const own = browser.i18n.getUILanguage();
  return own === texts || own.startsWith(`${texts}-`) ? own : texts;
}

export const direction = (): string => t('locale.direction');
