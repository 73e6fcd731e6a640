import { t } from '../../i18n/t';
import type { Scheme } from '../../model/settings';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';

const choices = ['system', 'light', 'dark'] as const;

/** Light or dark, here and on the badge. */
export function Colours({ scheme, set }: { scheme: Scheme; set: (to: Scheme) => Promise<void> }) {
  const action = useAction(set);
  return (
    <div class="colours">
      <label>
        {t('colours.label')}{' '}
        <select
          value={scheme ?? 'system'}
          onChange={({ currentTarget: { value } }) =>
            action.run(value === 'light' || value === 'dark' ? value : null)
          }
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`colours.${choice}`)}
            </option>
          ))}
        </select>
      </label>
      <Failure of={action} what={t('failure.change')} />
    </div>
  );
}
