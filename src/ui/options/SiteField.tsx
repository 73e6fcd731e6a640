import type { TargetedSubmitEvent } from 'preact';
import { useCallback, useId, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { Field } from '../forms/Field';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import { hostIn } from './hostIn';

interface Props {
  readonly known: readonly string[];
  add(host: string): Promise<void>;
}

/** A site of the user's own, by its address as it is copied from the browser. */
export function SiteField({ known, add }: Props) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const done = useCallback(() => setTyped(''), []);
  const action = useAction(add, done);
  const host = hostIn(typed);
  const error =
    typed.trim() === ''
      ? undefined
      : host === null
        ? t('options.sites.noSite')
        : known.includes(host)
          ? t('options.sites.twice')
          : undefined;

  function submit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (host !== null && error === undefined) action.run(host);
  }

  return (
    <form onSubmit={submit}>
      <Field id={id} name={t('options.sites.add')} value={typed} change={setTyped} error={error} />
      <button type="submit" class="loud" aria-disabled={host === null || error !== undefined || action.busy}>
        {t('options.sites.addButton')}
      </button>
      <p class="hint">{t('options.sites.leave')}</p>
      <Failure of={action} what={t('options.sites.notAdded')} />
    </form>
  );
}
