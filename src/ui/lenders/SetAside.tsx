import { t } from '../../i18n/t';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';

interface Props {
  readonly found: readonly unknown[];
  clear(): Promise<void>;
}

/** What was kept as a loan and cannot be read as one: it stays until the user says otherwise. */
export function SetAside({ found, clear }: Props) {
  const action = useAction(clear);
  if (found.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{t('setAside.heading', found.length, { count: found.length })}</h2>
      <p class="hint">{t('setAside.hint')}</p>
      <details class="meanings">
        <summary>
          <span class="name">{t('setAside.kept')}</span>
        </summary>
        <pre>{JSON.stringify(found, null, 1)}</pre>
        <button type="button" class="quiet" onClick={() => action.run()}>
          {t('setAside.clear')}
        </button>
      </details>
      <Failure of={action} what={t('failure.delete')} />
    </section>
  );
}
