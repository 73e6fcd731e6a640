import { t } from '../../i18n/t';
import type { Handlers } from './book';
import { Failure } from './Failure';
import { useAction } from './useAction';

/** Where the badge is hidden, and the way back. */
export function HiddenSites({
  sites,
  unhide,
}: {
  sites: readonly string[];
  unhide: NonNullable<Handlers['unhide']>;
}) {
  const action = useAction(unhide);
  return (
    <section class="sheet">
      <h2>{t('hidden.heading')}</h2>
      <ul>
        {sites.map((site) => (
          <li class="line" key={site}>
            <bdi>{site}</bdi>
            <button
              type="button"
              class="quiet"
              aria-label={t('hidden.showOn', { site })}
              onClick={() => action.run(site)}
            >
              {t('hidden.show')}
            </button>
          </li>
        ))}
      </ul>
      <Failure of={action} what={t('failure.show')} />
    </section>
  );
}
