import { t } from '../../i18n/t';
import { isExpired } from '../../view/age';
import { bookSummary } from '../../view/bookSummary';
import type { Placed } from './book';
import { short } from './short';

/** All that is watched as one book: what it is worth, and what breaks first. Nothing where there is but one position. */
export function Summary({ placed, now }: { placed: readonly Placed[]; now: number }) {
  const watched = placed.filter(({ entry }) => entry.wallet.watched);
  const named = watched.flatMap(({ position: card, entry }) => {
    const read = entry.read.find(({ key }) => key === card.key);
    if (read === undefined || isExpired(read.block.timestamp, now)) return [];
    const isAlone = watched.filter(({ position }) => position.title === card.title).length === 1;
    const title = isAlone ? card.title : `${card.title} (${short(entry.wallet.address)})`;
    return [{ title, position: read.position }];
  });
  if (named.length < 2) return null;
  const { netWorth, apart, first } = bookSummary(named);
  const missing = watched.some(({ position }) => position.level === 'unknown');
  return (
    <section class="sheet summary" aria-label={t('book.name')}>
      {netWorth !== null && (
        <p class="line">
          <span>{t('book.netWorth')}</span>
          <bdi>{netWorth}</bdi>
        </p>
      )}
      {apart.length > 0 && <small>{t('book.allApart', { positions: apart.join('; ') })}</small>}
      <p>{first}</p>
      {missing && <small>{t('book.missing')}</small>}
    </section>
  );
}
