import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/t';
import { formatCurrentPrice } from '../../view/format';
import { type PriceField, pricedIn, tryOut } from '../../view/whatIf';
import type { Drafting } from './drafting';
import { NumberField } from './NumberField';

/** Each price by itself; an empty field follows the common move. */
export function PriceFields({ position, draft, says, set }: Drafting) {
  const { steps } = draft;
  const { unit } = position;
  const fields = useMemo(() => pricedIn(position), [position]);
  const moved = useMemo(() => {
    const { after } = tryOut(position, { steps, prices: {}, entries: {} });
    return new Map(pricedIn(after).map((field) => [field.feed, textOf(field, unit)]));
  }, [position, steps, unit]);
  return (
    <details class="choice numbers">
      <summary>
        <span class="name">{t('whatIf.prices')}</span>
      </summary>
      {fields.map((field) => (
        <NumberField
          key={field.feed}
          name={t('whatIf.price', { assets: field.name })}
          value={draft.prices[field.feed] ?? ''}
          placeholder={moved.get(field.feed) ?? ''}
          unit={unit}
          hint={t('whatIf.now', { value: textOf(field, unit) })}
          says={says[field.feed]}
          input={(value) => set({ ...draft, prices: { ...draft.prices, [field.feed]: value } })}
        />
      ))}
    </details>
  );
}

const textOf = ({ price, priceDecimals }: PriceField, unit: string): string =>
  formatCurrentPrice(price, priceDecimals, unit);
