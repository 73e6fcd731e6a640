import { t } from '../../i18n/t';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import type { OptionsHandlers } from './book';
import { ImportFile } from './ImportFile';
import { Reset } from './Reset';
import { Section } from './Section';

/** Everything that Plimsoll keeps: to a file, from a file, or away. */
export function DataSection({ on }: { on: Pick<OptionsHandlers, 'save' | 'plan' | 'reset'> }) {
  const action = useAction(on.save);
  return (
    <Section name="data">
      <div class="line">
        <p class="hint">{t('options.data.saveHint')}</p>
        <button type="button" class="quiet" aria-disabled={action.busy} onClick={() => action.run()}>
          {t('options.data.save')}
        </button>
      </div>
      <Failure of={action} what={t('options.failed')} />
      <ImportFile plan={on.plan} />
      <Reset reset={on.reset} />
    </Section>
  );
}
