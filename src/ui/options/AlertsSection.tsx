import { t } from '../../i18n/t';
import type { AlertChoices } from '../../model/settings';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import type { OptionsHandlers } from './book';
import { FastDrop } from './FastDrop';
import { LevelFields } from './LevelFields';
import { QuietHours } from './QuietHours';
import { Section } from './Section';
import { Switch } from './Switch';

interface Props {
  readonly choices: AlertChoices;
  readonly set: OptionsHandlers['choices'];
  readonly test: OptionsHandlers['testAlert'];
}

const switches = ['parameters', 'opened', 'oracles'] as const;
const kinds = ['volatile', 'pegged'] as const;

/** When the user is told, and of what. */
export function AlertsSection({ choices, set, test }: Props) {
  const action = useAction(test);
  const { levels, fastDrop, quiet } = choices;
  return (
    <Section name="alerts">
      <p class="hint">{t('options.alerts.hint')}</p>
      {kinds.map((kind) => (
        <LevelFields
          key={kind}
          legend={t(`options.levels.${kind}`)}
          hint={t(`options.levels.${kind}Hint`)}
          limits={levels[kind]}
          set={(limits) => set({ levels: { ...levels, [kind]: limits } })}
        />
      ))}
      <FastDrop value={fastDrop} set={(to) => set({ fastDrop: to })} />
      {switches.map((name) => (
        <Switch
          key={name}
          name={t(`options.alerts.${name}`)}
          meaning={t(`options.alerts.${name}Hint`)}
          on={choices[name]}
          set={(on) => set({ [name]: on })}
        />
      ))}
      <QuietHours value={quiet} set={(to) => set({ quiet: to })} />
      <div class="line">
        <p class="hint">{t('options.alerts.testHint')}</p>
        <button type="button" class="quiet" aria-disabled={action.busy} onClick={() => action.run()}>
          {t('options.alerts.test')}
        </button>
      </div>
      <Failure of={action} what={t('options.failed')} />
    </Section>
  );
}
