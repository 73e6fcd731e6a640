import { t } from '../../i18n/t';
import { Mark } from '../parts/Mark';
import { Troubles } from '../parts/Troubles';
import { AlertsSection } from './AlertsSection';
import type { OptionsBook, OptionsHandlers } from './book';
import { DataSection } from './DataSection';
import { NetworksSection } from './NetworksSection';
import { PrivacySection } from './PrivacySection';
import { sectionNames } from './Section';
import { SitesSection } from './SitesSection';
import { WalletsSection } from './WalletsSection';

export interface OptionsProps {
  /** Null while it is being read from storage. */
  readonly book: OptionsBook | null;
  readonly handlers: OptionsHandlers;
}

/** The settings over what they are given: they ask nobody themselves. */
export function Options({ book, handlers }: OptionsProps) {
  return (
    <div class="popup options">
      <header class="masthead">
        <Mark level="watch" />
        <h1>{t('options.title')}</h1>
        <a class="larger" href="/popup.html?tab">
          {t('options.toPositions')}
        </a>
        <a class="larger" href="/popup.html?tab#lenders">
          {t('options.toLenders')}
        </a>
      </header>
      <nav class="contents" aria-label={t('options.contents')}>
        {sectionNames.map((name) => (
          <a key={name} href={`#${name}`}>
            {t(`options.section.${name}`)}
          </a>
        ))}
      </nav>
      <main>
        {book === null ? (
          <p class="sheet waiting" role="status">
            {t('loading')}
          </p>
        ) : (
          <Sections {...book} on={handlers} />
        )}
      </main>
    </div>
  );
}

function Sections({ on, ...book }: OptionsBook & { on: OptionsHandlers }) {
  const { wallets, networks, troubles, choices } = book;
  return (
    <>
      <Troubles of={troubles} />
      <WalletsSection {...{ wallets, networks, watch: on.watch, unwatch: on.unwatch, wallet: on.wallet }} />
      <NetworksSection {...book} on={on} />
      <AlertsSection choices={choices} set={on.choices} test={on.testAlert} />
      <SitesSection {...book} on={on} />
      <PrivacySection />
      <DataSection on={on} />
    </>
  );
}
