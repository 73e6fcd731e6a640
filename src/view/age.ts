import { t } from '../i18n/t';
import type { Card } from '../model/card';

/** Seconds after which a figure is no longer shown at all. */
const LIFETIME = 600;

function age(timestamp: number, nowMs: number): number {
  return Math.max(0, Math.floor(nowMs / 1000 - timestamp));
}

/** How long ago the block was mined, in words: "12 s ago". `timestamp` in seconds, `nowMs` in milliseconds. */
export function ageText(timestamp: number, nowMs: number): string {
  const seconds = age(timestamp, nowMs);
  if (seconds < 5) return t('age.now');
  if (seconds < 60) return t('age.seconds', { age: seconds });
  if (seconds < 3600) return t('age.minutes', { age: Math.floor(seconds / 60) });
  if (seconds < 86_400) return t('age.hours', { age: Math.floor(seconds / 3600) });
  return t('age.days', { age: Math.floor(seconds / 86_400) });
}

/** True from the tenth minute on: the chain may have moved, so the figure says nothing any more. */
export function isExpired(timestamp: number, nowMs: number): boolean {
  return age(timestamp, nowMs) >= LIFETIME;
}

/** What is shown where nothing is known: a reason and no figure. */
export const unknownHeadline = (reason: string) =>
  ({
    level: 'unknown',
    word: t('level.unknown'),
    healthFactor: '?',
    buffer: null,
    trigger: null,
    sentence: t('headline.unknown', { reason }),
    reason,
  }) as const;

/** The same card with every old figure taken out. */
export function expired(card: Card): Card {
  return { ...card, ...unknownHeadline(t('age.expired')), positions: [] };
}

/** The card as it may be shown at this moment. */
export function current(card: Card, nowMs: number): Card {
  return card.freshness !== null && isExpired(card.freshness.timestamp, nowMs) ? expired(card) : card;
}
