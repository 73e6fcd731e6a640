import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { Position } from '../../model/position';
import type { Rates as Read } from '../../model/rates';
import { rateWords } from '../../view/rateWords';
import { assetName } from '../../view/words';
import { RateChart } from './RateChart';
import type { Asked } from './useDues';

interface Props {
  readonly position: Position;
  readonly asked: Asked;
}

/** What a position pays and earns, and how long it lasts by interest alone. Read only while its screen is open. */
export function Rates({ position, asked: { dues, busy, failure, retry } }: Props) {
  return (
    <section class="sheet" aria-busy={busy}>
      <h2>{t('rates.title')}</h2>
      {dues !== null ? (
        <Known position={position} rates={dues.rates} />
      ) : failure !== null ? (
        <>
          <p class="reason" role="alert">
            {t('rates.failed', { reason: failure })}
          </p>
          <button type="button" class="quiet" onClick={retry}>
            {t('rates.retry')}
          </button>
        </>
      ) : (
        <p class="hint" role="status">
          {t('rates.loading')}
        </p>
      )}
    </section>
  );
}

function Known({ position, rates }: { readonly position: Position; readonly rates: Read | null }) {
  const { rows, drift, notes } = useMemo(() => rateWords(position, rates), [position, rates]);
  return (
    <>
      {drift !== null && <p>{drift}</p>}
      <ul class="sources">
        {rows.map(({ title, own, other }, place) => (
          <li key={`${title}${place}`}>
            <div class="row">
              <bdi>{title}</bdi>
              <bdi>{own}</bdi>
            </div>
            {other !== null && <small>{other}</small>}
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <p key={note} class="reason">
          {note}
        </p>
      ))}
      {rates !== null && <p class="hint">{t('rates.compound')}</p>}
      {position.debt.map(({ symbol }, place) => {
        const curve = rates?.debt[place]?.curve;
        return curve && <RateChart key={place} curve={curve} asset={assetName(symbol)} />;
      })}
    </>
  );
}
