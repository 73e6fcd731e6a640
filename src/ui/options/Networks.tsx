import { t } from '../../i18n/t';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import type { NetworkChoice, OptionsHandlers } from './book';

interface Props {
  readonly networks: readonly NetworkChoice[];
  readonly set: OptionsHandlers['network'];
}

/** Which networks are read: what is off is not asked, and nothing about it is shown. */
export function Networks({ networks, set }: Props) {
  const action = useAction(({ id, on }: NetworkChoice) => set(id, !on));
  return (
    <div>
      <ul class="networks">
        {networks.map((network) => (
          <li key={network.id}>
            <label>
              <input
                type="checkbox"
                checked={network.on}
                disabled={action.busy}
                onChange={() => action.run(network)}
              />
              {network.name}
            </label>
          </li>
        ))}
      </ul>
      <Failure of={action} what={t('options.failed')} />
    </div>
  );
}
