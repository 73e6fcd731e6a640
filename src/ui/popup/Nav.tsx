import { t } from '../../i18n/t';
import { hashOf, type Route } from './route';

const screens = ['positions', 'calculator', 'lenders'] as const;

export function Nav({ route }: { route: Route }) {
  const here = route.screen === 'position' ? 'positions' : route.screen;
  return (
    <nav class="screens" aria-label={t('nav.screens')}>
      {screens.map((screen) => (
        <a key={screen} href={hashOf({ screen })} aria-current={screen === here ? 'page' : undefined}>
          {t(`nav.${screen}`)}
        </a>
      ))}
    </nav>
  );
}
