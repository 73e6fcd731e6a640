import { t } from '../../i18n/t';
import { commas } from '../../view/lists';
import type { Handlers, Network } from './book';
import { Failure } from './Failure';
import { useAction } from './useAction';

interface Props {
  readonly networks: readonly Network[];
  readonly set: NonNullable<Handlers['network']>;
}

/** Which networks are read: what is off is not asked, and nothing about it is shown. */
export function Networks({ networks, set }: Props) {
  const action = useAction(({ id, on }: Network) => set(id, !on));
  const on = networks.filter((network) => network.on).map(({ name }) => name);
  return (
    <details class="sheet choice">
      <summary>
        <h2 class="name">{t('networks.heading')}</h2>
        <small>{commas(on)}</small>
      </summary>
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
      <Failure of={action} what={t('failure.changeIt')} />
    </details>
  );
}
