import type { Card } from '../model/card';

/** Seconds after which a figure is no longer shown at all. */
const LIFETIME = 600;

/** Why a figure is shown no longer. */
const EXPIRED = 'No news for 10 minutes.';

function age(timestamp: number, nowMs: number): number {
  return Math.max(0, Math.floor(nowMs / 1000 - timestamp));
}

/** How long ago the block was mined, in words: "12 s ago". `timestamp` in seconds, `nowMs` in milliseconds. */
export function ageText(timestamp: number, nowMs: number): string {
  const seconds = age(timestamp, nowMs);
  if (seconds < 5) return 'just now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86_400)} d ago`;
}

/** True from the tenth minute on: the chain may have moved, so the figure says nothing any more. */
export function isExpired(timestamp: number, nowMs: number): boolean {
  return age(timestamp, nowMs) >= LIFETIME;
}

const unknown = {
  level: 'unknown',
  word: 'Unknown',
  healthFactor: '?',
  buffer: null,
  trigger: null,
  sentence: `Unknown. ${EXPIRED}`,
  reason: EXPIRED,
} as const;

/** The same card with every old figure taken out. */
export function expired(card: Card): Card {
  return { ...card, ...unknown, positions: [] };
}

/** The card as it may be shown at this moment. */
export function current(card: Card, nowMs: number): Card {
  return card.freshness !== null && isExpired(card.freshness.timestamp, nowMs) ? expired(card) : card;
}
