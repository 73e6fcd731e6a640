import fc from 'fast-check';
import type { AaveV3Position } from '../../src/protocols/aaveV3/rules.position';
import type { MorphoBluePosition } from '../../src/protocols/morphoBlue/rules.position';
import { position } from '../support/position';

const COUNT = 20;

/** Dollars with odd last digits, and what one of the asset costs. */
const draw = fc.record({
  decimals: fc.constantFrom(6, 8, 18),
  dollars: fc.integer({ min: 1_000_000_000, max: 90_000_000_000_000 }).map(BigInt),
  price: fc.integer({ min: 90_000_001, max: 9_000_000_000_001 }).map(BigInt),
  threshold: fc.integer({ min: 6_000, max: 9_300 }),
});

/** Aave v3 positions of so many assets, each with a feed of its own, whose health factor is about 1.5. */
export function aavePositions(supplied: number, borrowed: number, seed: number): AaveV3Position[] {
  const draws = fc.array(draw, { minLength: supplied + borrowed, maxLength: supplied + borrowed });
  return fc.sample(draws, { numRuns: COUNT, seed }).map((assets) => {
    const named = assets.map((asset, index) => ({ ...asset, symbol: `A${index}` }));
    const [held, owed] = [named.slice(0, supplied), named.slice(supplied)];
    const power =
      held.reduce((sum, { dollars, threshold }) => sum + dollars * BigInt(threshold), 0n) / 10_000n;
    const debt = owed.reduce((sum, { dollars }) => sum + dollars, 0n);
    const amountOf = ({ dollars, price, decimals }: (typeof named)[number], part = 1n, of = 1n) =>
      (dollars * part * 10n ** BigInt(decimals)) / (price * of);
    return position(
      held.map((asset) => ({ ...asset, amount: amountOf(asset) })),
      owed.map((asset) => ({ ...asset, amount: amountOf(asset, 2n * power, 3n * debt) })),
    );
  });
}

const WAD = 10n ** 18n;

/** Loans of about 70% in one Morpho market of an 18-decimal collateral against dollars of 6. */
export function morphoPositions(seed: number): MorphoBluePosition[] {
  const { owner } = position([], []);
  const loan = fc.record({ tokens: fc.integer({ min: 1, max: 2 ** 31 }).map(BigInt), cents: fc.nat(99_999) });
  return fc.sample(loan, { numRuns: COUNT, seed }).map(({ tokens, cents }) => {
    const amount = tokens * 10n ** 12n + 7n;
    const price = 3_000n * 10n ** 24n + BigInt(cents);
    const [totalAssets, totalShares] = [10n ** 15n + 12_345n, 9n * 10n ** 20n];
    const owed = (((amount * price) / 10n ** 36n) * 7n) / 10n;
    const shares = (owed * totalShares) / totalAssets;
    const common = { conditions: [], priceDecimals: 24 } as const;
    const [oracle, collateral, dollars] = [
      `0x${'1'.repeat(40)}`,
      `0x${'2'.repeat(40)}`,
      `0x${'3'.repeat(40)}`,
    ] as const;
    const lltv = `${(86n * WAD) / 100n}`;
    return {
      market: {
        protocol: 'morphoBlue',
        chainId: 1,
        address: oracle,
        name: 'Morpho',
        id: `0x${'4'.repeat(64)}`,
      },
      owner,
      unit: 'USDC',
      factorScale: `${WAD}`,
      collateral: [
        {
          ...common,
          address: collateral,
          symbol: 'WETH',
          decimals: 18,
          amount: `${amount}`,
          price: `${price}`,
          feed: oracle,
          threshold: lltv,
          loanToValue: lltv,
          enabled: true,
        },
      ],
      debt: [
        {
          ...common,
          address: dollars,
          symbol: 'USDC',
          decimals: 6,
          amount: `${owed}`,
          price: `${10n ** 24n}`,
          feed: dollars,
        },
      ],
      contract: { healthFactor: null, liquidatable: false },
      agrees: true,
      borrowed: { shares: `${shares}`, totalAssets: `${totalAssets}`, totalShares: `${totalShares}` },
      preLiquidations: [],
    };
  });
}
