import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rules } from '../../src/protocols/compoundV3/rules';
import type { CompoundV3Position } from '../../src/protocols/compoundV3/rules.position';
import { liquidationPrices } from '../../src/risk/liquidationPrice';
import { smallPosition } from './smallPosition';

const WAD = 10n ** 18n;

/** isLiquidatable once more as the contract goes through it, so that the rules are not judged by themselves. */
function isSafe({ collateral, debt }: CompoundV3Position, moved: string, price: bigint): boolean {
  const at = (held: { feed: string; price: string }) => (held.feed === moved ? price : BigInt(held.price));
  const [owed] = debt;
  if (!owed) return true;
  let liquidity = (-BigInt(owed.amount) * at(owed)) / 10n ** BigInt(owed.decimals);
  for (const held of collateral) {
    if (liquidity >= 0n) return true;
    const value = (BigInt(held.amount) * at(held)) / 10n ** BigInt(held.decimals);
    liquidity += (value * BigInt(held.threshold)) / WAD;
  }
  return liquidity >= 0n;
}

/** Small numbers, so that every price there is can be tried. Feeds are shared, between collateral and base too. */
const anyPosition = (feeds: number) =>
  fc
    .record({
      prices: fc.tuple(fc.bigInt(1n, 400n), fc.bigInt(1n, 400n), fc.bigInt(1n, 400n)),
      collateral: fc.array(
        fc.record({
          feed: fc.nat(feeds - 1),
          amount: fc.bigInt(1n, 4000n),
          decimals: fc.integer({ min: 0, max: 2 }),
          factor: fc.oneof(
            { weight: 1, arbitrary: fc.constant(0n) },
            { weight: 9, arbitrary: fc.bigInt(WAD / 4n, WAD) },
          ),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      base: fc.record({
        feed: fc.nat(feeds - 1),
        amount: fc.bigInt(1n, 4000n),
        decimals: fc.integer({ min: 0, max: 2 }),
      }),
    })
    .map(smallPosition);

/** The highest price that is tried one by one. */
const TRIED = 1_500n;
const SEED = 20261120;

/** Price by price from today's, down to 1 or up to the last that is tried. */
function lastSafe(safeAt: (price: bigint) => boolean, { price }: { price: string }, step: bigint): bigint {
  const end = step < 0n ? 1n : TRIED;
  let last = BigInt(price);
  while (last !== end && safeAt(last + step)) last += step;
  return last;
}

it.each([
  { feeds: 3, least: { below: 500, above: 500, both: 100 } },
  { feeds: 2, least: { below: 300, above: 500, both: 300 } },
])(
  `the search finds the first price that liquidates, or proves that there is none: feeds $feeds (seed ${SEED})`,
  ({ feeds, least }) => {
    const flips = { below: 0, above: 0, both: 0 };
    fc.assert(
      fc.property(anyPosition(feeds), (of) => {
        const now = isSafe(of, '', 0n);
        expect(rules.liquidatable(of)).toBe(!now);
        expect(rules.healthFactor(of)! >= WAD).toBe(now);
        for (const found of liquidationPrices(of)) {
          const safeAt = (price: bigint) => isSafe(of, found.feed, price);
          if (!now) {
            expect(found.reason).toBe('already liquidatable');
            continue;
          }
          const safe = found.safe === null ? null : BigInt(found.safe);
          const { danger } = rules.along(of)(found.feed);
          if (found.direction === 'below') expect(lastSafe(safeAt, found, -1n)).toBe(safe);
          else if (found.direction === 'above') {
            expect(lastSafe(safeAt, found, 1n)).toBe(safe !== null && safe < TRIED ? safe : TRIED);
          } else if (found.reason !== 'too flat to say') {
            if (danger !== 'above') expect(lastSafe(safeAt, found, -1n)).toBe(1n);
            if (danger !== 'below') expect(lastSafe(safeAt, found, 1n)).toBe(TRIED);
          }
          if (found.direction !== 'none') flips[found.direction]++;
          if (found.direction !== 'none' && found.side === 'both') flips.both++;
        }
      }),
      { numRuns: 3_000, seed: SEED },
    );
    expect(flips.below).toBeGreaterThan(least.below);
    expect(flips.above).toBeGreaterThan(least.above);
    expect(flips.both).toBeGreaterThan(least.both);
  },
);

it('a price at which two collaterals round up at once does not hide the one before it, which liquidates', () => {
  // Owed 1 at the price, covered by 1 and twice by 0.45 at the price: short of 1 at 2, not at 3.
  const twice = { feed: 0, amount: 45n, decimals: 2, factor: WAD };
  const position = smallPosition({
    prices: [1n, 1n],
    collateral: [twice, twice, { feed: 1, amount: 1n, decimals: 0, factor: WAD }],
    base: { feed: 0, amount: 1n, decimals: 0 },
  });
  expect([1n, 2n, 3n].map((price) => isSafe(position, position.debt[0]!.feed, price))).toEqual([
    true,
    false,
    true,
  ]);
  const both = liquidationPrices(position).find(({ side }) => side === 'both');
  expect(both).toMatchObject({ direction: 'above', safe: '1', liquidated: '2' });
});
