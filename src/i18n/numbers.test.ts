import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../test/support/speak';
import { direction, language } from './language';
import { decimalMark, inDollars, inPercent, localNumber } from './numbers';
import { t } from './t';

afterEach(() => speak('en-US'));

const LONG = '12345678901234567890.123456789012345678901234567890';

describe('a number', () => {
  it.each([
    ['en-US', '12,345,678,901,234,567,890.123456789012345678901234567890', '$1,870.50', '38%'],
    ['en-GB', '12,345,678,901,234,567,890.123456789012345678901234567890', '$1,870.50', '38%'],
    ['es', '12.345.678.901.234.567.890,123456789012345678901234567890', '1870,50\u00a0$', '38\u00a0%'],
    ['es-MX', '12,345,678,901,234,567,890.123456789012345678901234567890', '$1,870.50', '38%'],
    ['ar', '12,345,678,901,234,567,890.123456789012345678901234567890', '1,870.50\u00a0US$', '38%'],
    ['ar-EG', '12,345,678,901,234,567,890.123456789012345678901234567890', '1,870.50\u00a0US$', '38%'],
  ])('in %s keeps all its digits, 0 to 9', (spoken, long, dollars, percent) => {
    speak(spoken);
    expect(localNumber(LONG)).toBe(long);
    expect(inDollars(localNumber('1870.50'))).toBe(dollars);
    expect(inPercent('38')).toBe(percent);
  });

  it('is written in English where the texts are: 1.499 among English words is one and a half', () => {
    speak('de');
    expect(language()).toBe('en');
    expect(decimalMark()).toBe('.');
    expect(localNumber('1499.5')).toBe('1,499.5');
  });
});

describe('a value in a text', () => {
  it('stands as it is among words from left to right', () => {
    speak('es');
    expect(direction()).toBe('ltr');
    expect(t('trigger.now', { price: '1,5 $' })).toBe('ahora 1,5 $');
  });

  it('keeps its own direction among words from right to left', () => {
    speak('ar');
    expect(direction()).toBe('rtl');
    expect(t('trigger.now', { price: '−38%' })).toBe('الآن \u2068−38%\u2069');
    expect(t('oracle.source', { facts: 'ETH / USD، حُدّث', feed: '0xAb' })).toBe(
      '\u2067ETH / USD، حُدّث\u2069. المصدر \u20680xAb\u2069',
    );
  });
});
