import { localNumber } from '../../i18n/numbers';
import { t } from '../../i18n/t';
import type { OptionsBook, OptionsHandlers } from './book';
import { Endpoints } from './Endpoints';
import { Networks } from './Networks';
import { Section } from './Section';
import { Switch } from './Switch';

type Props = Pick<OptionsBook, 'networks' | 'verify' | 'perDay'> & { readonly on: OptionsHandlers };

/** What is read, whom it is asked of, and how often. */
export function NetworksSection({ networks, verify, perDay, on }: Props) {
  return (
    <Section name="networks">
      <p class="hint">{t('options.networks.hint')}</p>
      <Networks networks={networks} set={on.network} />
      <h3>{t('options.networks.endpoints')}</h3>
      <p class="hint">{t('options.networks.endpointsHint')}</p>
      {networks
        .filter((network) => network.on)
        .map((network) => (
          <Endpoints key={network.id} network={network} on={on} />
        ))}
      <Switch
        name={t('options.networks.verify')}
        meaning={t('options.networks.verifyHint')}
        on={verify}
        set={on.verify}
      />
      <p class="hint">
        {t('options.networks.perDay', {
          calm: localNumber(`${perDay.calm}`),
          tense: localNumber(`${perDay.tense}`),
        })}
      </p>
    </Section>
  );
}
