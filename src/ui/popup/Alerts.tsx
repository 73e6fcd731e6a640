import type { Notice } from '../../model/alert';
import { ageText } from '../../view/age';
import { Glyph } from '../parts/Glyph';

const SHOWN = 20;

/** What the user was told, the newest first; while nothing was, when they will be. */
export function Alerts({ history, now }: { history: readonly Notice[]; now: number }) {
  return (
    <details class="sheet choice">
      <summary>
        <h2 class="name">Alerts</h2>
        <small>{history[0] ? `Last ${ageText(history[0].at, now)}` : 'None yet'}</small>
      </summary>
      <p class="hint">
        A notification comes when a watched position becomes Low, Critical or Liquidatable, each once, with a
        way out. The browser has to be running.
      </p>
      <ul class="alerts">
        {history.slice(0, SHOWN).map(({ id, at, level, title, message }) => (
          <li key={`${id}:${at}`}>
            <span class="heading" data-level={level}>
              <Glyph level={level} /> {title}
            </span>
            <small>
              {ageText(at, now)}. {message}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
