interface Props {
  readonly id: string;
  readonly name: string;
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
  const wrong = error !== undefined && value.trim() !== '';
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <input
        id={id}
        // A number field would throw away what it cannot read, "1,5" or "1e".
        type={type === 'date' ? 'date' : 'text'}
        inputMode={type === 'number' ? 'decimal' : undefined}
        value={value}
        list={list}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={wrong}
        aria-describedby={`${id}-error`}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
      <p id={`${id}-error`} class={wrong ? 'hint wrong' : 'hint'} aria-live="polite">
        {error}
      </p>
    </div>
  );
}
