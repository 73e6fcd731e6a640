import { afterEach, expect, it } from 'vitest';
import { speak } from '../../test/support/speak';
import { unknownHeadline } from './age';
import { worstFirst } from './card';
import { formatFall, formatHealthFactor, formatValue } from './format';
import { toolbarFace } from './toolbarFace';

afterEach(() => speak('en-US'));

it('positions stand by their health factor, whatever mark it is written with', () => {
  for (const language of ['en-US', 'es', 'ar']) {
    speak(language);
    const at = (healthFactor: string) =>
      ({ level: 'low', healthFactor: formatHealthFactor(healthFactor) }) as const;
    expect([at('1.18'), at('1.123'), at('1.09')].sort(worstFirst)).toEqual([
      at('1.09'),
      at('1.123'),
      at('1.18'),
    ]);
  }
});

it('the toolbar has four characters, and none where nothing is owed', () => {
  speak('es');
  const face = (healthFactor: string) => toolbarFace({ ...unknownHeadline(''), healthFactor }).text;
  expect([face('≈1,63'), face('12,50'), face('100,00'), face('sin deuda')]).toEqual([
    '1,63',
    '12,5',
    '100',
    '',
  ]);
});

it('a value is rounded first and written then, its sign and its unit kept together', () => {
  speak('es');
  expect([
    formatFall('0.38999'),
    formatValue('-1234.5', 'floor', 'USD'),
    formatValue('0.05', 'floor', 'ETH'),
  ]).toEqual(['−38\u00a0%', '−1235\u00a0$', '0,0500 ETH']);
  speak('ar');
  expect(formatValue('-1234.5', 'floor', 'USD')).toBe('\u2068−1,235\u00a0US$\u2069');
});
