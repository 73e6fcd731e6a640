import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import type { OptionsHandlers } from './book';

/** Deletes everything, after asking twice. */
export function Reset({ reset }: Pick<OptionsHandlers, 'reset'>) {
  const [asked, setAsked] = useState(0);
  const keep = useRef<HTMLButtonElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  const was = useRef(0);
  const done = useCallback(() => setAsked(0), []);
  const action = useAction(reset, done);
  // On the button that keeps everything, before the next key: nobody deletes by pressing Enter twice.
  useLayoutEffect(() => {
    if (asked > 0) keep.current?.focus();
    else if (was.current > 0) start.current?.focus();
    was.current = asked;
  }, [asked]);

  if (asked === 0)
    return (
      <div class="line">
        <p class="hint">{t('options.reset.hint')}</p>
        <button type="button" class="quiet" ref={start} onClick={() => setAsked(1)}>
          {t('options.reset.ask')}
        </button>
      </div>
    );
  const step = asked === 1 ? 'first' : 'second';
  return (
    <div class="notes" role="alertdialog" aria-labelledby="reset-question">
      <p id="reset-question">{t(`options.reset.${step}Question`)}</p>
      <div class="line actions">
        <button type="button" class="loud" ref={keep} onClick={() => setAsked(0)}>
          {t('options.reset.keep')}
        </button>
        <button
          type="button"
          class="quiet"
          aria-disabled={action.busy}
          onClick={() => (asked === 1 ? setAsked(2) : action.run())}
        >
          {t(`options.reset.${step}`)}
        </button>
      </div>
      <Failure of={action} what={t('options.failed')} />
    </div>
  );
}
