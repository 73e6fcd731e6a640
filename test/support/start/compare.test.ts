import { expect, test } from 'vitest';
import { disagreements } from './compare';
import { type Answer, written } from './contract';
import type { Seen } from './observe';

const answer = (healthFactor: bigint | null, liquidates = false): Answer => ({
  healthFactor,
  liquidates,
  refusal: liquidates ? null : 'HealthFactorNotBelowThreshold',
});

const seen = (badge: object = {}, over: object = {}): Seen => ({
  badge: {
    healthFactor: '1.63',
    buffer: '−38%',
    trigger: 'ETH $1,499',
    word: 'Watch',
    level: 'watch',
    ...badge,
  },
  toolbar: { text: '1.63', colour: '#8a6100' },
  popup: { healthFactor: '1.63', level: 'watch' },
  ...over,
});

const WAD = 10n ** 18n;

test.each([
  [null, 'no debt'],
  [1_639_999_999_999_999_999n, '1.63'],
  [11n * (WAD / 10n), '1.10'],
  [11n * (WAD / 10n) - 1n, '1.099'],
  [WAD, '1.000'],
  [WAD - 1n, '0.999'],
  [100n * WAD, '100.00'],
  [100n * WAD + 1n, '100+'],
])('a health factor of %s is written %s', (healthFactor, text) => {
  expect(written(answer(healthFactor))).toBe(text);
});

const contract = answer(1_631_599_968_000_000_000n);

test('no word is said where all agree', () => {
  expect(disagreements(seen(), contract)).toEqual([]);
});

test.each([
  ['a health factor rounded up', seen({ healthFactor: '1.64' }), contract],
  ['a doubtful health factor', seen({ healthFactor: '≈1.63' }), contract],
  [
    'a badge that knows nothing',
    seen({ level: 'unknown' }, { popup: { healthFactor: '1.63', level: 'unknown' } }),
    contract,
  ],
  ['no badge', seen({ healthFactor: '', level: 'none' }), contract],
  ['liquidatable where the contract refuses', seen({ level: 'liquidatable' }), contract],
  ['silence where the contract liquidates', seen(), answer(1_631_599_968_000_000_000n, true)],
  ['another toolbar', seen({}, { toolbar: { text: '1.6', colour: '#8a6100' } }), contract],
  ['another popup', seen({}, { popup: { healthFactor: '1.62', level: 'watch' } }), contract],
])('%s is a disagreement', (_, what, said) => {
  expect(disagreements(what, said)).not.toEqual([]);
});
