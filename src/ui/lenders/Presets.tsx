import { lenderPresets } from '../../risk/lenderPresets';
import { formatShortShare } from '../../view/format';
import type { Part } from './part';

const percent = (share: string): string => formatShortShare(share, 'nearest').slice(0, -1);

/** A lender's usual terms to begin with, and where they are from. */
export function Presets({ draft, change }: Part) {
  const chosen = lenderPresets.find(({ name }) => name === draft.fields.name.trim());
  return (
    <>
      <p class="line presets">
        <small>Begin with the usual terms of</small>
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
              {says}{' '}
              <a href={url} target="_blank" rel="noreferrer">
                {new URL(url).host}
              </a>
              {date !== null && `, ${date}`}
            </li>
          ))}
          <li>Terms differ by asset and customer, and change: check your own contract.</li>
        </ul>
      )}
    </>
  );
}
