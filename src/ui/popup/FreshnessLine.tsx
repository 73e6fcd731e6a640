import { t } from '../../i18n/t';
import { Freshness } from '../parts/Freshness';
import type { BookEntry, Handlers } from './book';
import { Failure } from './Failure';
import { useAction } from './useAction';

interface Props {
  readonly entry: BookEntry;
  readonly now: number;
  readonly refresh: Handlers['refresh'];
}

/** How old the figures are, and the button that reads them again. */
export function FreshnessLine({ entry, now, refresh }: Props) {
  const { card, wallet } = entry;
  const action = useAction(refresh);
  const busy = action.busy || entry.busy;
  return (
    <div class="fresh">
      <div class="line">
        {card.freshness === null ? (
          <p class="freshness">{busy ? t('card.reading') : t('card.notRead')}</p>
        ) : (
          <Freshness reading={card.freshness} now={now} />
        )}
        <button
          type="button"
          class="quiet"
          aria-disabled={busy}
          onClick={() => busy || action.run(wallet.address)}
        >
          {busy ? t('refresh.busy') : t('refresh.button')}
        </button>
      </div>
      {busy && <div class="progress" role="progressbar" aria-label={t('refresh.progress')} />}
      <Failure of={action} what={t('failure.refresh')} />
    </div>
  );
}
