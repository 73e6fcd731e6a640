import { useId } from 'preact/hooks';
import type { CalculatorField, CalculatorRow } from '../../model/calculator';
import { Field } from '../forms/Field';

interface Props {
  readonly row: CalculatorRow;
  /** "Collateral 1" */
  readonly name: string;
  readonly errors: Partial<Record<CalculatorField, string>>;
  /** When it is liquidated, in words. */
  readonly words: string | null;
  readonly list: string;
  change(to: CalculatorRow): void;
  remove(): void;
}

const names: Readonly<Record<CalculatorField, string>> = {
  symbol: 'Asset',
  amount: 'Amount',
  price: 'Price, $',
  value: 'Value, $',
  factor: 'LTV, %',
  threshold: 'Threshold, %',
};

/** One asset of the calculator: by its amount and price, or by its value. */
export function RowFields({ row, name, errors, words, list, change, remove }: Props) {
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
            name={names[field]}
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
            aria-label={`${name}: enter ${byValue ? 'amount and price' : 'the value'} instead`}
            onClick={() => change(byValue ? rest : { ...row, value: '' })}
          >
            {byValue ? 'By amount' : 'By value'}
          </button>
          <button type="button" class="plain" aria-label={`Remove ${name.toLowerCase()}`} onClick={remove}>
            Remove
          </button>
        </span>
      </div>
    </fieldset>
  );
}
