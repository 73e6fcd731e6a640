import { expect, test } from 'vitest';
import { cards, minedAt } from '../../test/ui/cards';
import { ageText, current, expired, isExpired } from './age';

const after = (seconds: number) => (minedAt + seconds) * 1000;

test.each([
  [-30, 'just now'],
  [4, 'just now'],
  [12, '12 s ago'],
  [59.9, '59 s ago'],
  [60, '1 min ago'],
  [3599, '59 min ago'],
  [7200, '2 h ago'],
  [200_000, '2 d ago'],
])('%d seconds after the block it reads "%s"', (seconds, text) => {
  expect(ageText(minedAt, after(seconds))).toBe(text);
});

test('a figure lives for ten minutes, not a second more', () => {
  expect(isExpired(minedAt, after(599.9))).toBe(false);
  expect(isExpired(minedAt, after(600))).toBe(true);
});

test('an expired card holds no number of the old one', () => {
  const card = expired(cards.watch);
  expect(card).toMatchObject({ level: 'unknown', healthFactor: '?', reason: 'No news for 10 minutes.' });
  const { account: _account, freshness: _freshness, ...words } = card;
  expect(JSON.stringify(words)).not.toMatch(/1\.62|38|1,87/);
});

test('a card turns to Unknown by its age alone, and one that never had a reading stays as it is', () => {
  expect(current(cards.watch, after(599))).toBe(cards.watch);
  expect(current(cards.watch, after(600)).level).toBe('unknown');
  expect(current(cards.unknown, after(9999))).toBe(cards.unknown);
});
