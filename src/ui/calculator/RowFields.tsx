import { useId } from 'preact/hooks';
import { inDollars } from '../../i18n/numbers';
import { t } from '../../i18n/t';
import type { CalculatorField, CalculatorRow } from '../../model/calculator';
import { Field } from '../forms/Field';

interface Props {
  readonly row: CalculatorRow;
  /** "Collateral 1" */
  readonly name: string;
  /** "Remove collateral 1" */
  readonly removal: string;
  readonly errors: Partial<Record<CalculatorField, string>>;
  /** When it is liquidated, in words. */
  readonly words: string | null;
  readonly list: string;
  change(to: CalculatorRow): void;
  remove(): void;
}

/** One asset of the calculator: by its amount and price, or by its value. */
export function RowFields({ row, name, removal, errors, words, list, change, remove }: Props) {
  const id = useId();
  const { value, ...rest } = row;
  const byValue = value !== undefined;
  const fields: readonly CalculatorField[] = [
    'symbol',
    ...(byValue ? (['value'] as const) : (['amount', 'price'] as const)),
    ...(row.side === 'collateral' ? (['factor', 'threshold'] as const) : []),
  ];
  return (
    <fieldset class="holding">
      <legend>{name}</legend>
      <div class="fields">
        {fields.map((field) => (
          <Field
            key={field}
            id={`${id}-${field}`}
            name={nameOf(field)}
            value={row[field] ?? ''}
            change={(text) => change({ ...row, [field]: text })}
            error={errors[field]}
            type={field === 'symbol' ? 'text' : 'number'}
            list={field === 'symbol' ? list : undefined}
          />
        ))}
      </div>
      <div class="line tools">
        <small>{words}</small>
        <span>
          <button
            type="button"
            class="plain"
            aria-label={t(byValue ? 'calculator.enterAmount' : 'calculator.enterValue', { row: name })}
            onClick={() => change(byValue ? rest : { ...row, value: '' })}
          >
            {byValue ? t('calculator.byAmount') : t('calculator.byValue')}
          </button>
          <button type="button" class="plain" aria-label={removal} onClick={remove}>
            {t('calculator.removal')}
          </button>
        </span>
      </div>
    </fieldset>
  );
}

/** The sign of the currency stands in the name of its field. */
const nameOf = (field: CalculatorField): string =>
  field === 'price' || field === 'value'
    ? t(`field.in.${field}`, { unit: inDollars('').trim() })
    : t(`field.${field}`);
