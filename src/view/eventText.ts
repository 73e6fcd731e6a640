import type { ParameterChange, ParameterEffect } from '../model/parameter';
import { type About, standingText, type Told } from './alertText';
import { formatHealthFactor, formatShortShare } from './format';

/** What a notification says of a buffer that shrinks fast. @param share that is gone, @param minutes within so many */
export function dropText(about: About, share: string, minutes: number): Told {
  const time = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return {
    title: `Falling fast: ${about.card.title}`,
    message: `${formatShortShare(share, 'floor')} of the buffer is gone within ${time}. ${standingText(about)}`,
  };
}

/** What a notification says of a loan that was not there before. */
export const openedText = (about: About): Told => ({
  title: `New loan: ${about.card.title}`,
  message: `This wallet has begun to borrow here. If that was not you, act at once. ${standingText(about)}`,
});

/** What a notification says of terms that were set anew for a position. */
export function parameterText(about: About, { changes, before, after }: ParameterEffect): Told {
  const { name } = about.position.market;
  const [first, ...others] = changes.map((each) => sentenceOf(name, each));
  const effect =
    before === null || after === null
      ? ''
      : `: your health factor ${formatHealthFactor(before)} → ${formatHealthFactor(after)}`;
  const said = [`${first}${effect}.`, ...others.map((each) => `${each}.`)].join(' ');
  return { title: `Terms changed: ${about.card.title}`, message: `${said} ${standingText(about)}` };
}

const NAMES: Readonly<Record<ParameterChange['what'], string>> = {
  threshold: 'liquidation threshold',
  loanToValue: 'loan-to-value',
  bonus: 'liquidation penalty',
  closeFactor: 'share of a debt that one liquidation may repay',
};

function sentenceOf(market: string, { what, symbol, before, after }: ParameterChange): string {
  const verb = Number(after) < Number(before) ? 'cut' : 'raised';
  const of = symbol === null ? NAMES[what] : `${NAMES[what]} of ${symbol}`;
  return `${market} ${verb} the ${of} from ${formatShortShare(before, 'nearest')} to ${formatShortShare(after, 'nearest')}`;
}
