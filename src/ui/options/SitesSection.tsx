import { t } from '../../i18n/t';
import { Failure } from '../popup/Failure';
import { useAction } from '../popup/useAction';
import type { OptionsBook, OptionsHandlers } from './book';
import { Colours } from './Colours';
import { Section } from './Section';
import { SiteField } from './SiteField';
import { Switch } from './Switch';

type Props = Pick<OptionsBook, 'sites' | 'ownSites' | 'hiddenOn' | 'scheme'> & {
  readonly on: OptionsHandlers;
};

/** Where the badge is shown, and in which colours. */
export function SitesSection({ sites, ownSites, hiddenOn, scheme, on }: Props) {
  const removal = useAction(on.removeSite);
  const badge = (host: string) => (
    <Switch name={host} on={!hiddenOn.includes(host)} set={(to) => on.badge(host, to)} />
  );
  return (
    <Section name="sites">
      <p class="hint">{t('options.sites.hint')}</p>
      <ul class="sites">
        {sites.map((host) => (
          <li key={host}>{badge(host)}</li>
        ))}
        {ownSites.map((host) => (
          <li key={host} class="line">
            {badge(host)}
            <button
              type="button"
              class="quiet"
              aria-label={t('options.sites.removeOne', { host })}
              aria-disabled={removal.busy}
              onClick={() => removal.run(host)}
            >
              {t('options.sites.remove')}
            </button>
          </li>
        ))}
      </ul>
      <Failure of={removal} what={t('options.failed')} />
      <SiteField known={[...sites, ...ownSites]} add={on.addSite} />
      <Colours scheme={scheme} set={on.scheme} />
    </Section>
  );
}
