import { t } from '../../i18n/t';
import type { Notice } from '../../model/alert';
import { ageText } from '../../view/age';
import { Glyph } from '../parts/Glyph';

const SHOWN = 20;

/** What the user was told, the newest first; while nothing was, when they will be. */
export function Alerts({ history, now }: { history: readonly Notice[]; now: number }) {
  return (
    <details class="sheet choice">
      <summary>
        <h2 class="name">{t('alerts.heading')}</h2>
        <small>
          {history[0] ? t('alerts.last', { age: ageText(history[0].at, now) }) : t('alerts.none')}
        </small>
      </summary>
      <p class="hint">{t('alerts.hint')}</p>
      <ul class="alerts">
        {history.slice(0, SHOWN).map(({ id, at, level, title, message }) => (
          <li key={`${id}:${at}`}>
            <span class="heading" data-level={level}>
              <Glyph level={level} /> {title}
            </span>
            <small>{t('alerts.line', { age: ageText(at, now), message })}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
