import { useId } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { AlertChoices } from '../../model/settings';
import { useKept } from '../forms/useKept';
import { Failure } from '../popup/Failure';
import { Switch } from './Switch';

type Value = AlertChoices['quiet'];

const night = { from: '22:00', to: '07:00' };

interface Props {
  readonly value: Value;
  set(to: Value): Promise<void>;
}

/** When only what is urgent is told. */
export function QuietHours({ value, set }: Props) {
  return (
    <div>
      <Switch
        name={t('options.quiet.name')}
        meaning={t('options.quiet.hint')}
        on={value !== null}
        set={(on) => set(on ? night : null)}
      />
      {value !== null && <Times value={value} set={set} />}
    </div>
  );
}

function Times({ value, set }: { value: NonNullable<Value>; set: Props['set'] }) {
  const id = useId();
  const kept = useKept(value, async (to) => {
    // A time that is half typed is empty.
    if (to.from !== '' && to.to !== '') await set(to);
  });
  return (
    <>
      <div class="fields inset">
        {(['from', 'to'] as const).map((end) => (
          <div class="field" key={end}>
            <label for={`${id}-${end}`}>{t(`options.quiet.${end}`)}</label>
            <input
              id={`${id}-${end}`}
              type="time"
              required
              value={kept.value[end]}
              onInput={({ currentTarget }) => kept.change({ ...kept.value, [end]: currentTarget.value })}
            />
          </div>
        ))}
      </div>
      <Failure of={kept} what={t('options.failed')} />
    </>
  );
}
