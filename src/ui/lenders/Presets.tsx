import { t } from '../../i18n/t';
import { lenderPresets } from '../../risk/lenderPresets';
import { Exact } from '../../risk/value';
import type { Part } from './part';

/** As a field keeps it: 71.4 for 0.714. */
const percent = (share: string): string => new Exact(share).mul(100).toFixed();

/** A lender's usual terms to begin with, and where they are from. */
export function Presets({ draft, change }: Part) {
  const chosen = lenderPresets.find(({ name }) => name === draft.fields.name.trim());
  return (
    <>
      <p class="line presets">
        <small>{t('presets.begin')}</small>
        {lenderPresets.map(({ name, tiers: { start, marginCall, liquidation } }) => (
          <button
            key={name}
            type="button"
            class="quiet"
            aria-pressed={chosen?.name === name}
            onClick={() =>
              change({
                ...draft,
                fields: {
                  ...draft.fields,
                  name,
                  start: percent(start),
                  marginCall: percent(marginCall),
                  liquidation: percent(liquidation),
                },
              })
            }
          >
            {name}
          </button>
        ))}
      </p>
      {chosen !== undefined && (
        <ul class="notes">
          {chosen.sources.map(({ url, says, date }) => (
            <li key={url}>
              {t(`presets.says.${says}`)}{' '}
              <a href={url} target="_blank" rel="noreferrer">
                {new URL(url).host}
              </a>
              {date !== null && `, ${date}`}
            </li>
          ))}
          <li>{t('presets.differ')}</li>
        </ul>
      )}
    </>
  );
}
