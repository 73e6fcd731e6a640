import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanSymbol } from './contract';

const SEED = 20261121;

it.each([
  ['as it should be', 'wstETH', 'wstETH'],
  ['with signs and other letters', 'USD₮0', 'USD₮0'],
  ['markup', '<img src=x onerror=alert(1)>', '<imgsrc=xone'],
  ['a direction override', 'USD\u202eCTH', 'USDCTH'],
  ['isolates and marks of direction', '\u2066\u200fET\u2069\u061cH', 'ETH'],
  ['zero-width characters', 'E\u200bT\u2060H\ufeff', 'ETH'],
  ['line breaks and terminal codes', 'E\r\nT\u2028\u001b[31mH\0', 'ET[31mH'],
  ['blanks that push a sentence away', `ETH${'\u00a0'.repeat(40)}Safe`, 'ETHSafe'],
  ['fillers that count as letters', '\u3164\u115f\uffa0', '?'],
  ['the braille blank', '\u2800\u2800', '?'],
  ['tags that spell unseen words', 'ETH\u{e0041}\u{e0042}', 'ETH'],
  ['half of a pair', 'ETH\ud83d', 'ETH'],
  ['far too long', 'A'.repeat(100_000), 'A'.repeat(12)],
  ['pairs, which count once', '🟢'.repeat(20), '🟢'.repeat(12)],
  ['nothing', '', '?'],
])('a symbol is cleaned: %s (threat: hostile symbols)', (_, said, shown) => {
  expect(cleanSymbol(said)).toBe(shown);
});

it(`of any text at all at most twelve characters are left, each of which is seen (seed ${SEED}, threat: hostile symbols)`, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (said) => {
      const shown = cleanSymbol(said);
      expect([...shown].length).toBeLessThanOrEqual(12);
      expect(shown).not.toMatch(/\p{C}|\p{Z}|\p{Bidi_Control}|\p{Variation_Selector}/u);
      expect(shown).not.toBe('');
    }),
    { numRuns: 5_000, seed: SEED },
  );
});
