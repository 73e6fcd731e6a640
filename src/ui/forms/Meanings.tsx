import { t } from '../../i18n/t';
import type { Entry } from '../../view/glossary';

/** What the words of a form mean, one click away. */
export function Meanings({ entries }: { entries: readonly Entry[] }) {
  return (
    <details class="meanings">
      <summary>
        <span class="name">{t('meanings')}</span>
      </summary>
      <dl>
        {entries.map(({ name, meaning }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
