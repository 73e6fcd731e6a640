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
          <p class="freshness">{busy ? 'Reading the chain…' : 'Not read yet.'}</p>
        ) : (
          <Freshness reading={card.freshness} now={now} />
        )}
        <button
          type="button"
          class="quiet"
          aria-disabled={busy}
          onClick={() => busy || action.run(wallet.address)}
        >
          {busy ? 'Reading…' : 'Refresh'}
        </button>
      </div>
      {busy && <div class="progress" role="progressbar" aria-label="Reading the chain" />}
      <Failure of={action} what="Could not refresh" />
    </div>
  );
}
