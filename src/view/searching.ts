import { inPercent } from '../i18n/numbers';
import { t } from '../i18n/t';
import type { Card } from '../model/card';
import type { Searched } from '../model/logs';
import type { SearchState } from '../model/snapshot';
import { unknownHeadline } from './age';

/** Whether every block up to the newest of the last search was looked at. */
export const isOver = ({ from, first }: Searched): boolean => BigInt(from) <= BigInt(first);

/** What may be missing while events are searched for what an account is in; null where nothing is. */
export function gapWords(where: string, state: SearchState | null): string | null {
  if (state?.failure != null) return t('search.failed', { where });
  const searched = state?.searched ?? null;
  if (searched && isOver(searched)) return null;
  return t('search.at', { where, share: inPercent(`${searched ? percentOf(searched) : 0}`) });
}

/** Rounded down: 100 is only said of all. */
function percentOf({ from, to, first }: Searched): bigint {
  const [start, end, bottom] = [BigInt(from), BigInt(to) + 1n, BigInt(first)];
  return ((end - start) * 100n) / (end - bottom);
}

/** While a search goes on a figure stands with a word about it, and that nothing was found says nothing yet. */
export function withGap(card: Card, gap: string | null): Card {
  if (gap === null) return card;
  if (card.healthFactor === t('figure.noDebt')) return { ...card, ...unknownHeadline(gap) };
  return { ...card, reason: card.reason ?? gap };
}
