import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../test/support/speak';
import { parseNumber } from '../risk/calculatorRow';
import { typedUnits } from './amounts';
import { fromTyped, toTyped } from './typed';
import { typedWords } from './typedWords';

afterEach(() => speak('en-US'));

const units = (typed: string) => typedUnits(fromTyped(typed), 6);

const inForm = (typed: string) => {
  const found = parseNumber(fromTyped(typed), 2);
  return 'message' in found ? typedWords(found.message) : found.integer;
};

describe('fault 50: a number typed where decimals follow a comma', () => {
  it.each([
    ['es', '1,5', 1_500_000n],
    ['es', '0,000001', 1n],
    ['es', '1500', 1_500_000_000n],
    ['es-MX', '1.5', 1_500_000n],
    ['en-US', '1.5', 1_500_000n],
    ['ar', '1.5', 1_500_000n],
    ['ar', '١٫٥', 1_500_000n],
  ])('in %s %s is read to the last unit', (language, typed, amount) => {
    speak(language);
    expect(units(typed)).toBe(amount);
  });

  it.each([
    ['es', '1.500', 'Usa una coma para los decimales, y ningún punto.'],
    ['es', '1.5', 'Usa una coma para los decimales, y ningún punto.'],
    ['es', '1.250,50', 'Usa una coma para los decimales, y ningún punto.'],
    ['es', '1,5x', 'Solo cifras y una coma, como en 0,5.'],
    ['es-MX', '1,500', 'Usa un punto para los decimales, y ninguna coma.'],
    ['en-US', '1,500', 'Use a point for decimals, and no commas.'],
    ['de', '1,5', 'Use a point for decimals, and no commas.'],
    ['ar', '1,500', 'استخدم نقطة للكسور العشرية، ومن دون فواصل.'],
  ])('in %s %s, which could be either, is refused with the way to write it', (language, typed, words) => {
    speak(language);
    expect(units(typed)).toBe(words);
  });

  it.each([
    ['es', '1250,50', '125050'],
    ['es', '1.250', 'Escríbelo con coma y sin puntos, como 1250,50.'],
    ['es', '', 'Escribe un número.'],
    ['es', '1,505', 'Como mucho 2 cifras tras la coma.'],
    ['en-US', '1,250', 'Write it with a point and without commas, like 1250.50.'],
  ])('in the forms, in %s, %j is %s', (language, typed, found) => {
    speak(language);
    expect(inForm(typed)).toBe(found);
  });

  it.each(['es', 'en-US', 'ar', 'es-MX'])('in %s the field shows what was typed again', (language) => {
    speak(language);
    for (const typed of ['1,5', '1.5', '1.250,50', '1,,2', '', 'abc'])
      expect(toTyped(fromTyped(typed))).toBe(typed);
  });
});
