import { t } from '../../i18n/t';
import type { Card } from '../../model/card';
import { ageText } from '../../view/age';
import { LevelWord } from '../parts/LevelWord';
import { Mark } from '../parts/Mark';

export interface PillProps {
  readonly card: Card;
  readonly now: number;
  readonly folded: boolean;
  readonly open: boolean;
  onToggle(): void;
}

/** The badge while it is closed. Folded, it keeps the mark, the health factor and the level. */
export function Pill({ card, now, folded, open, onToggle }: PillProps) {
  return (
    <button
      type="button"
      class="pill"
      data-level={card.level}
      aria-label={t('badge.pill', { sentence: card.sentence })}
      aria-description={t('badge.keys')}
      aria-expanded={open}
      onClick={onToggle}
    >
      <Mark level={card.level} />
      <bdi class="hf" data-part="health-factor">
        {card.healthFactor}
      </bdi>
      <span class="facts">
        <span>
          <span data-part="level">
            <LevelWord level={card.level} word={card.word} />
          </span>
          {!folded && card.freshness !== null && (
            <bdi class="age" data-part="age">
              {ageText(card.freshness.timestamp, now)}
            </bdi>
          )}
        </span>
        {!folded && <Facts card={card} />}
      </span>
    </button>
  );
}

function Facts({ card }: { card: Card }) {
  if (card.level === 'unknown') return <span data-part="reason">{card.reason}</span>;
  if (card.buffer === null) return null;
  return (
    <span>
      <bdi data-part="buffer">{card.buffer}</bdi>
      {card.trigger !== null && (
        <>
          {' · '}
          <bdi data-part="trigger">{card.trigger}</bdi>
        </>
      )}
    </span>
  );
}
