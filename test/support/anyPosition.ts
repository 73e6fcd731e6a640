import fc from 'fast-check';
import type { AaveV3Position } from '../../src/protocols/aaveV3/rules.position';
import { position } from './position';

const coins = [
  { symbol: 'WETH', decimals: 18, price: 2_000n },
  { symbol: 'wstETH', decimals: 18, price: 2_400n },
  { symbol: 'WBTC', decimals: 8, price: 60_000n },
  { symbol: 'cbBTC', decimals: 8, price: 59_900n },
  { symbol: 'USDC', decimals: 6, price: 1n },
  { symbol: 'DAI', decimals: 18, price: 1n },
] as const;

const holding = fc.record({
  coin: fc.constantFrom(...coins),
  /** Millionths of a coin, and of its price. */
  amount: fc.bigInt(1_000n, 50_000_000n),
  price: fc.bigInt(900_000n, 1_100_000n),
});

const assetOf = ({ coin, amount, price }: typeof holding extends fc.Arbitrary<infer H> ? H : never) => ({
  symbol: coin.symbol,
  decimals: coin.decimals,
  amount: (amount * 10n ** BigInt(coin.decimals)) / 1_000_000n,
  price: coin.price * price * 100n,
});

const once = <H extends { readonly coin: { readonly symbol: string } }>(each: H, place: number, all: H[]) =>
  all.findIndex(({ coin }) => coin.symbol === each.coin.symbol) === place;

/** Loans with a health factor a little above 1 up to 4; one coin has one price on both sides. */
export const anyPosition = (mostHealth = 4_000_000n): fc.Arbitrary<AaveV3Position> =>
  fc
    .record({
      collateral: fc.array(fc.record({ of: holding, threshold: fc.constantFrom(7000, 7800, 8050, 8300) }), {
        minLength: 1,
        maxLength: 3,
      }),
      debt: fc.array(holding, { minLength: 1, maxLength: 2 }),
      health: fc.bigInt(1_000_010n, mostHealth),
      arithmetic: fc.constantFrom('exactSum' as const, 'averaged' as const),
    })
    .map(({ collateral, debt, health, arithmetic }) => {
      const held = collateral.map(({ of, threshold }) => ({ ...of, threshold })).filter(once);
      const owed = debt.filter(once).map((each) => {
        const same = held.find(({ coin }) => coin.symbol === each.coin.symbol);
        return same ? { ...each, price: same.price } : each;
      });
      const worth = ({ amount, price, coin }: (typeof owed)[number]) => amount * price * coin.price;
      const counted = held.reduce((sum, each) => sum + (worth(each) * BigInt(each.threshold)) / 10_000n, 0n);
      const debts = owed.reduce((sum, each) => sum + worth(each), 0n);
      return position(
        held.map((each) => ({
          ...assetOf(each),
          threshold: each.threshold,
          loanToValue: each.threshold - 500,
        })),
        owed.map((each) => {
          const asset = assetOf(each);
          return { ...asset, amount: (asset.amount * counted * 1_000_000n) / (debts * health) + 1n };
        }),
        { arithmetic },
      );
    });
