import { language } from '../../i18n/language';
import { t } from '../../i18n/t';
import type { AlertChoices, Limits } from '../../model/settings';
import { isPegged } from '../../risk/level';
import { LevelFields } from '../options/LevelFields';
import { Switch } from '../options/Switch';
import type { PositionAlerts, ReadPosition } from '../popup/book';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';

const HOUR_MS = 3_600_000;
const pauses = [
  ['hour', HOUR_MS],
  ['hours', 8 * HOUR_MS],
  ['day', 24 * HOUR_MS],
] as const;

interface Props extends PositionAlerts {
  readonly read: ReadPosition;
  readonly now: number;
}

/** What is told of this one position: its own levels, and when nothing is. */
export function OwnAlerts({ read: { key, position }, now, choices, snoozes, levels, snooze }: Props) {
  const own = choices.ownLevels[key];
  const until = snoozes[key] ?? 0;
  const action = useAction((to: number | null) => snooze(key, to));
  return (
    <section class="sheet form">
      <h2>{t('options.position.title')}</h2>
      <Switch
        name={t('options.position.own')}
        on={own !== undefined}
        set={(on) => levels(key, on ? usualOf(choices, isPegged(position)) : null)}
      />
      {own !== undefined && (
        <LevelFields
          legend={t('options.position.own')}
          hint={t('options.position.ownHint')}
          limits={own}
          set={(to) => levels(key, to)}
        />
      )}
      <div class="line">
        <p class="hint" role="status">
          {until > now
            ? t('options.position.until', {
                time: new Date(until).toLocaleString(`${language()}-u-nu-latn`, short),
              })
            : t('options.position.snooze')}
        </p>
        <span class="line presets">
          {pauses.map(([name, ms]) => (
            <button type="button" class="quiet" key={name} onClick={() => action.run(now + ms)}>
              {t(`options.position.pause.${name}`)}
            </button>
          ))}
          {until > now && (
            <button type="button" class="quiet" onClick={() => action.run(null)}>
              {t('options.position.off')}
            </button>
          )}
        </span>
      </div>
      <Failure of={action} what={t('options.failed')} />
    </section>
  );
}

const short = { weekday: 'short', hour: '2-digit', minute: '2-digit' } as const;

const usualOf = ({ levels }: AlertChoices, pegged: boolean): Limits => levels[pegged ? 'pegged' : 'volatile'];
