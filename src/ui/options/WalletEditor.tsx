import { useId } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { Wallet } from '../../model/snapshot';
import { LABEL_LENGTH } from '../../platform/choices';
import { Field } from '../forms/Field';
import { useKept } from '../forms/useKept';
import { Failure } from '../popup/Failure';
import { short } from '../popup/short';
import { useAction } from '../popup/useAction';
import type { NetworkChoice, OptionsHandlers } from './book';

interface Props extends Pick<OptionsHandlers, 'unwatch'> {
  readonly wallet: Wallet;
  /** Those that are on. */
  readonly networks: readonly NetworkChoice[];
  readonly change: OptionsHandlers['wallet'];
}

/** One watched wallet: its name and its networks, each kept as it is changed. */
export function WalletEditor({ wallet, networks, unwatch, change }: Props) {
  const { address, label, chains } = wallet;
  const id = useId();
  const name = useKept(label, (to) => change({ address, label: to, chains }));
  const places = useAction((to: readonly number[] | null) =>
    change({ address, label: name.value, chains: to }),
  );
  const removal = useAction(unwatch);
  const chosen = chains ?? networks.map((network) => network.id);

  function turn(chainId: number) {
    const next = chosen.includes(chainId) ? chosen.filter((each) => each !== chainId) : [...chosen, chainId];
    if (next.length > 0) places.run(next);
  }

  return (
    <li>
      <div class="line">
        <bdi class="address-whole">{address}</bdi>
        <button
          type="button"
          class="quiet"
          aria-label={t('options.wallets.removeOne', { wallet: label || short(address) })}
          aria-disabled={removal.busy}
          onClick={() => removal.run(address)}
        >
          {t('options.wallets.remove')}
        </button>
      </div>
      <Field
        id={id}
        name={t('options.wallets.label')}
        value={name.value}
        change={(to) => name.change(to.slice(0, LABEL_LENGTH))}
      />
      <details class="meanings">
        <summary>
          <span class="name">{t('options.wallets.where')}</span>{' '}
          <small>
            {chains === null
              ? t('options.wallets.everywhere')
              : t('options.wallets.some', { n: chosen.length, of: networks.length })}
          </small>
        </summary>
        <ul class="networks">
          {networks.map((network) => (
            <li key={network.id}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(network.id)}
                  disabled={places.busy}
                  onChange={() => turn(network.id)}
                />
                {network.name}
              </label>
            </li>
          ))}
        </ul>
        {chains !== null && (
          <button type="button" class="plain" onClick={() => places.run(null)}>
            {t('options.wallets.all')}
          </button>
        )}
      </details>
      <Failure of={removal} what={t('options.failed')} />
      <Failure of={places} what={t('options.failed')} />
      <Failure of={name} what={t('options.failed')} />
    </li>
  );
}
