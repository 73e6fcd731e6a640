import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import type { ImportPlan, OptionsHandlers } from './book';

/** From a file: first what it would change, then the change, if the user says so. */
export function ImportFile({ plan }: Pick<OptionsHandlers, 'plan'>) {
  const id = useId();
  const [found, setFound] = useState<ImportPlan | null>(null);
  const [done, setDone] = useState(false);
  const go = useRef<HTMLButtonElement>(null);
  const reading = useAction(async (file: File) => {
    setDone(false);
    setFound(null);
    setFound(await plan(await file.text()));
  });
  const finish = useCallback(() => {
    setFound(null);
    setDone(true);
  }, []);
  const change = useAction(async () => found?.run(), finish);
  useEffect(() => go.current?.focus(), [found]);

  return (
    <div>
      <label class="file">
        <span>{t('options.data.open')}</span>
        <input
          id={id}
          type="file"
          accept="application/json,.json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) reading.run(file);
            // The same file again is a change again.
            currentTarget.value = '';
          }}
        />
      </label>
      <div role="status">
        {found?.changes.length === 0 && <p class="hint">{t('options.data.same')}</p>}
        {done && <p class="hint">{t('options.data.done')}</p>}
      </div>
      {found !== null && found.changes.length > 0 && (
        <div class="notes">
          <p>{t('options.data.would')}</p>
          <ul>
            {found.changes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <div class="line actions">
            <button
              type="button"
              class="loud"
              ref={go}
              aria-disabled={change.busy}
              onClick={() => change.run()}
            >
              {t('options.data.go')}
            </button>
            <button type="button" class="quiet" onClick={() => setFound(null)}>
              {t('options.data.leave')}
            </button>
          </div>
        </div>
      )}
      <Failure of={reading} what={t('options.data.notRead')} />
      <Failure of={change} what={t('options.data.notChanged')} />
    </div>
  );
}
