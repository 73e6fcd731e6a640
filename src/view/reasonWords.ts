import { inPercent } from '../i18n/numbers';
import { t } from '../i18n/t';
import type { Condition } from '../model/position';
import { markName, toTyped } from './typed';

/** "1250.50", as it would be typed. */
const example = (): string => toTyped('1250.50');

/**
 * Rules, sums and forms know no language: their English words for why something is so are the code for it, and these are the
 * codes, with the names that stand in them.
 */
const codes: readonly (readonly [code: RegExp, words: (name: string, more: string) => string])[] = [
  [/^there is no such asset in the position$/, () => t('reason.noAsset')],
  [/^it is more than the collateral lets you borrow$/, () => t('reason.overPower')],
  [/^it would make the position liquidatable$/, () => t('reason.unsafe')],
  [/^it does not count as collateral$/, () => t('reason.noCollateral')],
  [/^nothing counts as collateral$/, () => t('reason.nothingCounts')],
  [/^repaying all of it is not enough$/, () => t('reason.allTooLittle')],
  [/^no amount of it is enough$/, () => t('reason.noAmount')],
  [/^the pool is paused$/, () => t('reason.poolPaused')],
  [/^(.+) is (frozen|paused|inactive)$/, (asset, state) => t(`reason.is.${state as Condition}`, { asset })],
  [/^(.+) is in its grace period until (.+)$/, (asset, time) => t('reason.grace', { asset, time })],
  [/^(.+) has to be withdrawn first$/, (asset) => t('reason.first', { asset })],
  [/^the hub of (.+) is closed to this spoke$/, (asset) => t('reason.hub', { asset })],
  [/^Compound lends no more (.+)$/, (asset) => t('reason.lendsNoMore', { asset })],
  [/^Compound has paused withdrawals and loans in this market$/, () => t('reason.outPaused')],
  [/^Compound has paused supplies and repayments in this market$/, () => t('reason.inPaused')],
  [/^There is no collateral to seize\.$/, () => t('reason.nothingToSeize')],
  [/^Liquidations are paused in Compound v2\.$/, () => t('reason.liquidationsPausedV2')],
  [/^Liquidations are paused in this market\.$/, () => t('reason.liquidationsPaused')],
  [/^This version of Plimsoll has no rules for (.+)\.$/, (protocol) => t('reason.noRules', { protocol })],
  [/^Enter a number\.$/, () => t('typed.empty')],
  [/^Not less than 0\.$/, () => t('typed.negative')],
  [/^Write it with a point /, () => t(`typed.plain.${markName()}`, { example: example() })],
  [/^Not a number\./, () => t('typed.notNumber', { example: example() })],
  [/^Too large\.$/, () => t('typed.tooLarge')],
  [/^At most (\d+) digits after the point\.$/, (most) => t(`typed.digits.${markName()}`, { most })],
  [/^At most 100%\.$/, () => t('typed.overAll', { share: inPercent('100') })],
  [/^Name the asset\.$/, () => t('typed.asset')],
  [/^Name the lender\.$/, () => t('typed.lender')],
  [/^Name the currency\.$/, () => t('typed.currency')],
  [/^Choose a day\.$/, () => t('typed.day')],
  [/^Not after today\.$/, () => t('typed.future')],
  [/^A whole number of days, up to 999\.$/, () => t('typed.graceDays', { most: 999 })],
  [/^Not more than the liquidation threshold\.$/, () => t('typed.overThreshold')],
  [/^(.+) has another price above\.$/, (asset) => t('typed.twoPrices', { asset })],
  [/^The tiers must rise /, () => t('typed.tiers', { share: inPercent('100') })],
  [
    /^The (loan|rate) must be a number,/,
    (what) => t(`typed.mustBe.${what as 'loan' | 'rate'}`, { example: example() }),
  ],
  [
    /^The (amount|price) of (.+) must be a number,/,
    (what, asset) => t(`typed.mustOf.${what as 'amount' | 'price'}`, { asset, example: example() }),
  ],
  [/^A tier must be a number,/, () => t('typed.mustTier', { example: example() })],
  [/^“(.+)” is not a day\. Write it like (.+)\.$/, (text, date) => t('typed.notDay', { text, date })],
];

/** A reason in the user's language; one that is no code is shown as it is. */
export function reasonWords(reason: string): string {
  for (const [code, words] of codes) {
    const found = code.exec(reason);
    if (found) return words(found[1] ?? '', found[2] ?? '');
  }
  return reason;
}

/** Why something failed, in the user's language. */
export const errorWords = (error: unknown): string =>
  reasonWords(error instanceof Error ? error.message : String(error));

/** A reason as a sentence of its own. */
export const sentence = (words: string): string =>
  t('sentence', { words: words.charAt(0).toUpperCase() + words.slice(1) });
