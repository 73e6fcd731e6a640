import type { TargetedInputEvent, TargetedSubmitEvent } from 'preact';
import { useCallback, useId, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { readAddress } from './address';
import type { Handlers } from './book';
import { Failure } from './Failure';
import { useAction } from './useAction';

/** A wallet typed or pasted by hand. What is wrong with it is said while it is typed. */
export function AddressField({ watch }: Pick<Handlers, 'watch'>) {
  const [typed, setTyped] = useState('');
  const [cleared, setCleared] = useState<string | null>(null);
  const done = useCallback(() => setTyped(''), []);
  const action = useAction(watch, done);
  const id = useId();
  const reading = readAddress(typed);
  const message = 'message' in reading ? reading.message : (cleared ?? t('address.hint'));
  const wrong = reading.kind === 'wrong' || cleared !== null;

  function input({ currentTarget }: TargetedInputEvent<HTMLInputElement>) {
    const next = readAddress(currentTarget.value);
    setCleared(next.kind === 'secret' ? next.message : null);
    if (next.kind === 'secret') currentTarget.value = '';
    setTyped(currentTarget.value);
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (reading.kind === 'address') action.run(reading.address);
  }

  return (
    <form class="sheet address" onSubmit={submit}>
      <label for={`${id}-field`}>{t('address.label')}</label>
      <div class="line">
        <input
          id={`${id}-field`}
          value={typed}
          onInput={input}
          placeholder="0x…"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={wrong}
          aria-describedby={`${id}-message`}
        />
        <button type="submit" class="loud" aria-disabled={reading.kind !== 'address' || action.busy}>
          {action.busy ? t('address.adding') : t('wallet.verb.watch')}
        </button>
      </div>
      <p id={`${id}-message`} class={wrong ? 'hint wrong' : 'hint'} aria-live="polite">
        {message}
      </p>
      <Failure of={action} what={t('failure.watchIt')} />
    </form>
  );
}
