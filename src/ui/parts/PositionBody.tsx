import type { ComponentChildren } from 'preact';
import { t } from '../../i18n/t';
import type { PositionCard } from '../../model/card';
import { Figure } from './Figure';
import { TriggerRow } from './TriggerRow';

/** The inside of a position, the same on the badge and in the popup: figures, triggers, notes. */
export function PositionBody({
  position,
  children,
}: {
  position: PositionCard;
  children?: ComponentChildren;
}) {
  const { figures, triggers, notes } = position;
  return (
    <>
      {figures.length > 0 && (
        <div class="figures">
          {figures.map((figure) => (
            <Figure key={figure.term} {...figure} />
          ))}
        </div>
      )}
      {children}
      {triggers.length > 0 && (
        <>
          <h3>{t('trigger.heading')}</h3>
          <ul class="triggers">
            {triggers.map((trigger) => (
              <TriggerRow key={trigger.asset} trigger={trigger} />
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}
