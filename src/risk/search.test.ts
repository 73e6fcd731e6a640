import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastWhere } from './search';

const SEED = 20261121;

it(`finds the least number from any guess (seed ${SEED})`, () => {
  const number = fc.bigInt(1n, 10n ** 24n);
  fc.assert(
    fc.property(number, number, number, (least, guess, most) => {
      const found = leastWhere((n) => n >= least, guess, most);
      expect(found).toBe(least <= most ? least : null);
    }),
    { numRuns: 5_000, seed: SEED },
  );
});

it('asks a few times where the guess is near', () => {
  let asked = 0;
  const isEnough = (n: bigint) => {
    asked++;
    return n >= 10n ** 20n + 3n;
  };
  expect(leastWhere(isEnough, 10n ** 20n, 10n ** 30n)).toBe(10n ** 20n + 3n);
  expect(asked).toBeLessThan(10);
});

it('knows when there is nothing to find', () => {
  expect(leastWhere(() => false, 5n, 10n)).toBeNull();
  expect(leastWhere(() => true, 5n, 0n)).toBeNull();
  expect(leastWhere(() => true, -5n, 10n)).toBe(1n);
});
