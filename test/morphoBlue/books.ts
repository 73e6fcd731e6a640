import fc from 'fast-check';
import { type Address, getAddress, numberToHex, pad, parseUnits, type StateOverride } from 'viem';
import { MORPHO_MARKETS, type MorphoMarket, type MorphoMarketName } from '../localnet/deploy/morphoMarkets';
import { INITIAL_PRICES } from '../localnet/deploy/parameters';
import { type LocalMorpho, PRICE_SLOT } from '../localnet/morpho';
import { TOKENS, type TokenSymbol } from '../localnet/production';
import { ContractRevert } from '../localnet/revert';

/** What one borrower does in one market. */
interface Loan {
  readonly market: MorphoMarketName;
  /** Rough dollars of collateral; dust to fortunes. */
  readonly dollars: number;
  /** Part of what could be borrowed; 0 borrows nothing. */
  readonly used: number;
}

const lending = Object.keys(MORPHO_MARKETS).filter((name) => name !== 'idle') as MorphoMarketName[];

const book: fc.Arbitrary<readonly Loan[]> = fc.uniqueArray(
  fc.record({
    market: fc.constantFrom(...lending),
    dollars: fc
      .tuple(fc.integer({ min: -3, max: 6 }), fc.integer({ min: 100, max: 999 }))
      .map(([power, digits]) => digits * 10 ** (power - 2)),
    used: fc.integer({ min: 0, max: 60 }).map((step) => (step === 0 ? 0 : 0.39 + step / 100)),
  }),
  { minLength: 2, maxLength: 4, selector: ({ market }) => market },
);

export const books = (count: number, seed: number): (readonly Loan[])[] =>
  fc.sample(book, { numRuns: count, seed });

/** Borrowers of our own, far away from anvil's accounts. */
export const borrowerOf = (index: number): Address =>
  getAddress(pad(numberToHex(0xb1_00_00 + index), { size: 20 }));

function worth(symbol: TokenSymbol, dollars: number): bigint {
  const { decimals } = TOKENS[symbol];
  return parseUnits(dollars.toFixed(12), 8 + decimals) / INITIAL_PRICES[symbol];
}

/** Opens the loans with real transactions. A refusal of Morpho's (no liquidity, not enough collateral) makes fewer. */
export async function open(morpho: LocalMorpho, account: Address, loans: readonly Loan[]): Promise<void> {
  for (const { market, dollars, used } of loans) {
    const { loan, collateral, lltv }: MorphoMarket = MORPHO_MARKETS[market];
    if (collateral === null) continue;
    const pledged = worth(collateral, dollars);
    if (pledged === 0n) continue;
    await morpho.supplyCollateral(market, account, pledged);
    const borrowed = worth(loan, (dollars * used * Number(lltv)) / 1e18);
    if (borrowed > 0n) await ifAllowed(morpho.borrow(market, account, borrowed));
  }
}

async function ifAllowed(action: Promise<void>): Promise<void> {
  try {
    await action;
  } catch (error) {
    if (!(error instanceof ContractRevert)) throw error;
  }
}

/** Oracle integers; what is not named keeps the chain's own price. */
export type Prices = Partial<Record<MorphoMarketName, bigint>>;

/** For one eth_call the oracles answer these prices. */
export const asOverride = (prices: Prices): StateOverride =>
  lending.flatMap((name) => {
    const price = prices[name];
    if (price === undefined) return [];
    const value = numberToHex(price, { size: 32 });
    return [{ address: MORPHO_MARKETS[name].oracle, stateDiff: [{ slot: PRICE_SLOT, value }] }];
  });

/** Prices that have nothing to do with one another, a third to three times today's, with odd last digits. */
const shock = fc.tuple(...lending.map(() => fc.integer({ min: 333_331, max: 3_000_017 })));

export async function shocks(morpho: LocalMorpho, count: number, seed: number): Promise<Prices[]> {
  const today = await Promise.all(lending.map((name) => morpho.price(name)));
  return fc
    .sample(shock, { numRuns: count, seed })
    .map((factors) =>
      Object.fromEntries(
        lending.map((name, at) => [name, ((today[at] ?? 0n) * BigInt(factors[at] ?? 1)) / 1_000_000n + 1n]),
      ),
    );
}
