import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/t';

/** A screen whose code is fetched when it is first shown, so that the popup opens without it. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [Screen, setScreen] = useState(() => loaded);
    useEffect(() => {
      void load().then((screen) => {
        loaded = screen;
        setScreen(() => screen);
      });
    }, []);
    return Screen ? (
      <Screen {...props} />
    ) : (
      <p class="sheet waiting" role="status">
        {t('loading')}
      </p>
    );
  };
}
