import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { fromTyped, toTyped } from '../../view/typed';
import type { Tried } from '../../view/whatIf';

interface Props {
  readonly name: string;
  /** Its decimals follow a point here, however the language writes it in the field. */
  readonly value: string;
  readonly placeholder: string;
  readonly unit: string;
  readonly hint: string;
  readonly says: Tried['says'][string] | undefined;
  input(value: string): void;
  /** What stands before the field, and at the end of the line under it. */
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
}

/** A number as text, so that what is wrong with it can be said in words. */
export function NumberField({ name, value, placeholder, unit, hint, says, input, before, after }: Props) {
  const id = useId();
  return (
    <div class="number">
      <label for={id}>{name}</label>
      <div class="entry">
        {before}
        <input
          id={id}
          inputmode="decimal"
          autocomplete="off"
          maxlength={60}
          value={toTyped(value)}
          placeholder={placeholder}
          aria-invalid={says?.isWrong ?? false}
          aria-describedby={`${id}-hint`}
          onInput={({ currentTarget }) => input(fromTyped(currentTarget.value))}
        />
        <bdi class="unit">{unit}</bdi>
      </div>
      <div class="line">
        <p id={`${id}-hint`} class={says?.isWrong ? 'hint wrong' : 'hint'} aria-live="polite">
          {says?.text ?? hint}
        </p>
        {after}
      </div>
    </div>
  );
}
