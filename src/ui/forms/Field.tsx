import { fromTyped, toTyped } from '../../view/typed';

interface Props {
  readonly id: string;
  readonly name: string;
  /** A number has its decimals after a point here, however the language writes it in the field. */
  readonly value: string;
  change(to: string): void;
  /** What is wrong with it, in the user's words. */
  readonly error?: string | undefined;
  readonly type?: 'text' | 'number' | 'date';
  /** The id of a list of suggestions. */
  readonly list?: string | undefined;
}

/** A labelled field with what is wrong beside it; one that is only empty is no mistake. */
export function Field({ id, name, value, change, error, type = 'text', list }: Props) {
  const isNumber = type === 'number';
  const wrong = error !== undefined && value.trim() !== '';
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <input
        id={id}
        // A number field would throw away what it cannot read, "1,5" or "1e".
        type={type === 'date' ? 'date' : 'text'}
        inputMode={isNumber ? 'decimal' : undefined}
        value={isNumber ? toTyped(value) : value}
        list={list}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={wrong}
        aria-describedby={`${id}-error`}
        onInput={({ currentTarget }) =>
          change(isNumber ? fromTyped(currentTarget.value) : currentTarget.value)
        }
      />
      <p id={`${id}-error`} class={wrong ? 'hint wrong' : 'hint'} aria-live="polite">
        {error}
      </p>
    </div>
  );
}
