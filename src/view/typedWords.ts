import { inPercent } from '../i18n/numbers';
import { t } from '../i18n/t';
import { markName, toTyped } from './typed';

/** A number and a day as they would be typed. */
const number = () => ({ example: toTyped('1250.50') });
const all = () => ({ share: inPercent('100') });

/** What forms say of what is typed into them: they know no language, and their English words are the code for it. */
const codes: readonly (readonly [code: RegExp, words: (name: string, more: string) => string])[] = [
  [/^Enter a number\.$/, () => t('typed.empty')],
  [/^Not less than 0\.$/, () => t('typed.negative')],
  [/^Write it with a point /, () => t(`typed.plain.${markName()}`, number())],
  [/^Not a number\./, () => t('typed.notNumber', number())],
  [/^Too large\.$/, () => t('typed.tooLarge')],
  [/^At most (\d+) digits after the point\.$/, (most) => t(`typed.digits.${markName()}`, { most })],
  [/^At most 100%\.$/, () => t('typed.overAll', all())],
  [/^Name the asset\.$/, () => t('typed.asset')],
  [/^Name the lender\.$/, () => t('typed.lender')],
  [/^Name the currency\.$/, () => t('typed.currency')],
  [/^Choose a day\.$/, () => t('typed.day')],
  [/^Not after today\.$/, () => t('typed.future')],
  [/^A whole number of days, up to (\d+)\.$/, (most) => t('typed.graceDays', { most })],
  [/^Not more than the liquidation threshold\.$/, () => t('typed.overThreshold')],
  [/^(.+) has another price above\.$/, (asset) => t('typed.twoPrices', { asset })],
  [/^The tiers must rise /, () => t('typed.tiers', all())],
  [/^The loan must be a number,/, () => t('typed.must.loan', number())],
  [/^The rate must be a number,/, () => t('typed.must.rate', number())],
  [/^The amount of (.+) must be a number,/, (asset) => t('typed.must.amount', { asset, ...number() })],
  [/^The price of (.+) must be a number,/, (asset) => t('typed.must.price', { asset, ...number() })],
  [/^A tier must be a number,/, () => t('typed.must.tier', number())],
  [/^“(.+)” is not a day\. Write it like (.+)\.$/, (text, date) => t('typed.notDay', { text, date })],
];

/** What is wrong with a form, in the user's language; what is no code is shown as it is. */
export function typedWords(said: string): string {
  for (const [code, words] of codes) {
    const found = code.exec(said);
    if (found) return words(found[1] ?? '', found[2] ?? '');
  }
  return said;
}

/** Why something failed, in the user's language. */
export const errorWords = (error: unknown): string =>
  typedWords(error instanceof Error ? error.message : String(error));
