import { t } from '../i18n/t';

/** Rules and sums know no language: their English words for why something is so are the code for it. */
const codes = {
  'there is no such asset in the position': 'noAsset',
  'it is more than the collateral lets you borrow': 'overPower',
  'it would make the position liquidatable': 'unsafe',
  'it does not count as collateral': 'noCollateral',
  'nothing counts as collateral': 'nothingCounts',
  'repaying all of it is not enough': 'allTooLittle',
  'no amount of it is enough': 'noAmount',
  'the pool is paused': 'poolPaused',
  'Compound has paused withdrawals and loans in this market': 'outPaused',
  'Compound has paused supplies and repayments in this market': 'inPaused',
  'There is no collateral to seize.': 'nothingToSeize',
  'Liquidations are paused in Compound v2.': 'liquidationsPausedV2',
  'Liquidations are paused in this market.': 'liquidationsPaused',
} as const;

/** The same with a name in it. */
const codesOfAssets = [
  [/(.+) is frozen$/, 'frozen'],
  [/(.+) is paused$/, 'paused'],
  [/(.+) is inactive$/, 'inactive'],
  [/(.+) has to be withdrawn first$/, 'first'],
  [/the hub of (.+) is closed to this spoke$/, 'hub'],
  [/Compound lends no more (.+)$/, 'lendsNoMore'],
] as const;

/** A reason in the user's language; one that is no code is shown as it is. */
export function reasonWords(reason: string): string {
  if (reason in codes) return t(`reason.${codes[reason as keyof typeof codes]}`);
  for (const [code, key] of codesOfAssets) {
    const [, asset] = code.exec(reason) ?? [];
    if (asset) return t(`reason.of.${key}`, { asset });
  }
  const [, asset, time] = /(.+) is in its grace period until (.+)$/.exec(reason) ?? [];
  return asset && time ? t('reason.of.grace.until', { asset, time }) : reason;
}

/** A reason as a sentence of its own. */
export const sentence = (words: string): string =>
  t('sentence', { words: words.charAt(0).toUpperCase() + words.slice(1) });
