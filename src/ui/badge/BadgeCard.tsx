import { t } from '../../i18n/t';
import type { Card, PositionCard } from '../../model/card';
import { Freshness } from '../parts/Freshness';
import { LevelWord } from '../parts/LevelWord';
import { PositionBody } from '../parts/PositionBody';

export interface BadgeCardProps {
  readonly card: Card;
  readonly now: number;
  readonly folded: boolean;
  onFold(): void;
  onHide(): void;
  onClose(): void;
}

/** What the pill opens to: everything known about the account on this page. */
export function BadgeCard({ card, now, folded, onFold, onHide, onClose }: BadgeCardProps) {
  return (
    <section class="card" aria-label={t('badge.details')} data-level={card.level}>
      <header class="bar">
        <strong>Plimsoll</strong>
        <small>
          <bdi>{card.account !== null && `${card.account.slice(0, 6)}…${card.account.slice(-4)}`}</bdi>
        </small>
        <button type="button" class="close" aria-label={t('badge.close')} onClick={onClose}>
          ×
        </button>
      </header>
      {card.reason !== null && <p class="reason">{card.reason}</p>}
      {card.positions.map((position) => (
        <Position key={position.key} position={position} known={card.reason} />
      ))}
      <footer class="foot">
        {card.freshness !== null && <Freshness reading={card.freshness} now={now} />}
        <div class="tools">
          <button type="button" onClick={onFold}>
            {folded ? t('badge.unfold') : t('badge.fold')}
          </button>
          <button type="button" onClick={onHide}>
            {t('badge.hide')}
          </button>
        </div>
        <p class="freshness">{t('badge.moving')}</p>
      </footer>
    </section>
  );
}

/** `known` is what the card has already said, so that one reason is not read twice. */
function Position({ position, known }: { position: PositionCard; known: string | null }) {
  const { level, word, title, reason } = position;
  return (
    <article class="position" data-level={level}>
      <header class="head">
        <h2>{title}</h2>
        <LevelWord level={level} word={word} />
      </header>
      {reason !== null && reason !== known && <p class="reason">{reason}</p>}
      <PositionBody position={position} />
    </article>
  );
}
