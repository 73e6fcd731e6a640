import { expect, it } from 'vitest';
import { fallWords } from './outlookWords';

it.each([
  [{ index: 0, fall: '-0.3829', reason: null }, 'at −38.2%'],
  [{ index: 0, fall: '0', reason: null }, 'can be liquidated now'],
  [{ index: 0, fall: null, reason: 'only a rise' as const }, 'A fall does not liquidate it, a rise does.'],
])('%o reads “%s”', (ranked, words) => {
  expect(fallWords(ranked)).toBe(words);
});
