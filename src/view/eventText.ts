import { t } from '../i18n/t';
import type { ParameterChange, ParameterEffect } from '../model/parameter';
import { type About, standingText, type Told } from './alertText';
import { formatHealthFactor, formatShortShare } from './format';

/** What a notification says of a buffer that shrinks fast. @param share that is gone, @param minutes within so many */
export function dropText(about: About, share: string, minutes: number): Told {
  const gone = { share: formatShortShare(share, 'floor'), minutes };
  return {
    title: t('alert.drop.title', { title: about.card.title }),
    message: `${t('alert.drop.message', minutes, gone)} ${standingText(about)}`,
  };
}

/** What a notification says of a loan that was not there before. */
export const openedText = (about: About): Told => ({
  title: t('alert.opened.title', { title: about.card.title }),
  message: `${t('alert.opened.message')} ${standingText(about)}`,
});

/** What a notification says of terms that were set anew for a position. */
export function parameterText(about: About, { changes, before, after }: ParameterEffect): Told {
  const { name } = about.position.market;
  const [first = '', ...others] = changes.map((each) => changeOf(name, each));
  const effect =
    before === null || after === null
      ? first
      : t('alert.terms.effect', {
          change: first,
          before: formatHealthFactor(before),
          after: formatHealthFactor(after),
        });
  const said = [effect, ...others].map((words) => t('sentence', { words }));
  return {
    title: t('alert.terms.title', { title: about.card.title }),
    message: [...said, standingText(about)].join(' '),
  };
}

function changeOf(market: string, { what, symbol, before, after }: ParameterChange): string {
  const name = t(`alert.terms.name.${what}`);
  const words = {
    market,
    term: symbol === null ? name : t('alert.terms.of', { term: name, asset: symbol }),
    before: formatShortShare(before, 'nearest'),
    after: formatShortShare(after, 'nearest'),
  };
  return Number(after) < Number(before) ? t('alert.terms.cut', words) : t('alert.terms.raised', words);
}
