import fc from 'fast-check';
import { type Address, getAddress, numberToHex, pad, parseUnits, type StateOverride } from 'viem';
import type { LocalCompoundV2 } from '../localnet/compoundV2';
import {
  COMPOUND_ORACLE,
  CTOKEN_SYMBOLS,
  CTOKENS,
  type CTokenSymbol,
} from '../localnet/deploy/compoundV2Markets';
import { priceSlot } from '../localnet/deploy/compoundV2Oracle';
import { INITIAL_PRICES } from '../localnet/deploy/parameters';
import { ContractRevert } from '../localnet/revert';

/** What one borrower does, in shares, so that any draw makes a position that the Comptroller allows, or nearly. */
export interface Book {
  /** Rough dollars; `entered` is whether it counts as collateral. */
  readonly supplies: readonly {
    readonly symbol: CTokenSymbol;
    readonly dollars: number;
    readonly entered: boolean;
  }[];
  readonly borrows: readonly { readonly symbol: CTokenSymbol; readonly share: number }[];
  /** Part of the borrowing power that is used. */
  readonly used: number;
}

const symbol = fc.constantFrom<CTokenSymbol>(...CTOKEN_SYMBOLS);
const bySymbol = { selector: (each: { symbol: CTokenSymbol }) => each.symbol };
const dollars = fc
  .tuple(fc.integer({ min: -2, max: 6 }), fc.integer({ min: 100, max: 999 }))
  .map(([power, digits]) => digits * 10 ** (power - 2));
const entered = fc.integer({ min: 0, max: 5 }).map((digit) => digit > 0);

const book: fc.Arbitrary<Book> = fc.record({
  supplies: fc.uniqueArray(fc.record({ symbol, dollars, entered }), {
    minLength: 1,
    maxLength: 4,
    ...bySymbol,
  }),
  borrows: fc.uniqueArray(fc.record({ symbol, share: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 0,
    maxLength: 3,
    size: 'max',
    ...bySymbol,
  }),
  used: fc.integer({ min: 30, max: 99 }).map((percent) => percent / 100),
});

export const books = (count: number, seed: number): Book[] => fc.sample(book, { numRuns: count, seed });

/** Borrowers of our own, far away from anvil's accounts. */
export const borrowerOf = (index: number): Address =>
  getAddress(pad(numberToHex(0xb2_00_00 + index), { size: 20 }));

function worth(of: CTokenSymbol, value: number): bigint {
  const { decimals, priced } = CTOKENS[of];
  return parseUnits(value.toFixed(12), 8 + decimals) / INITIAL_PRICES[priced];
}

/** Opens the book with real transactions. A refusal (no shares for dust, no cover) only makes a smaller one. */
export async function open(compound: LocalCompoundV2, account: Address, { supplies, borrows, used }: Book) {
  let power = 0;
  for (const { symbol: of, dollars: value, entered: counts } of supplies) {
    const amount = worth(of, value);
    if (amount === 0n) continue;
    await ifAllowed(compound.mint(of, account, amount));
    if (!counts) continue;
    await compound.enter(account, [of]);
    power += (value * Number(CTOKENS[of].collateralFactor)) / 1e18;
  }
  const shares = borrows.reduce((sum, { share }) => sum + share, 0);
  for (const { symbol: of, share } of borrows) {
    const amount = worth(of, power * used * (share / shares));
    if (amount > 0n) await ifAllowed(compound.borrow(of, account, amount));
  }
}

async function ifAllowed(action: Promise<void>): Promise<void> {
  try {
    await action;
  } catch (error) {
    if (!(error instanceof ContractRevert)) throw error;
  }
}

/** Mantissas with 36 − decimals; what is not named keeps the chain's own price. */
export type Prices = Partial<Record<CTokenSymbol, bigint>>;

/** For one eth_call the oracle answers these prices. */
export function asOverride(prices: Prices): StateOverride {
  const stateDiff = CTOKEN_SYMBOLS.flatMap((of) => {
    const price = prices[of];
    return price === undefined ? [] : [{ slot: priceSlot(of), value: numberToHex(price, { size: 32 }) }];
  });
  return [{ address: COMPOUND_ORACLE, stateDiff }];
}

/** Prices that have nothing to do with one another, a third to three times today's, with odd last digits. */
const shock = fc.tuple(...CTOKEN_SYMBOLS.map(() => fc.integer({ min: 333_331, max: 3_000_017 })));

export async function shocks(compound: LocalCompoundV2, count: number, seed: number): Promise<Prices[]> {
  const today = await Promise.all(CTOKEN_SYMBOLS.map((of) => compound.price(of)));
  return fc
    .sample(shock, { numRuns: count, seed })
    .map((factors) =>
      Object.fromEntries(
        CTOKEN_SYMBOLS.map((of, at) => [
          of,
          ((today[at] ?? 0n) * BigInt(factors[at] ?? 1)) / 1_000_000n + 1n,
        ]),
      ),
    );
}

/** The cToken of a holding, by its address. */
export function cTokenAt(address: Address): CTokenSymbol {
  const found = CTOKEN_SYMBOLS.find((of) => CTOKENS[of].address.toLowerCase() === address.toLowerCase());
  if (!found) throw new Error(`no such cToken: ${address}`);
  return found;
}
