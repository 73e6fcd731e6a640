import fc from 'fast-check';
import { type Address, getAddress, numberToHex, pad, parseUnits } from 'viem';
import { TOKENS, type TokenSymbol } from '../localnet/production';
import { ContractRevert } from '../localnet/revert';
import type { Localnet } from '../localnet/start';

/** What one borrower does, in shares, so that any draw makes a position that the pool allows, or nearly. */
interface Portfolio {
  /** Rough dollars of each asset that is supplied; dust to fortunes. */
  readonly supplies: readonly { symbol: TokenSymbol; dollars: number }[];
  readonly borrows: readonly { symbol: TokenSymbol; share: number; stable: boolean }[];
  /** Part of the borrowing power that is used. */
  readonly used: number;
  readonly eMode: boolean;
  /** Which supply is then taken out of the collateral, if the pool lets it. */
  readonly disabled: number | null;
}

const symbol = fc.constantFrom<TokenSymbol>('WETH', 'wstETH', 'WBTC', 'USDC', 'DAI', 'BAL');
const bySymbol = { selector: (each: { symbol: TokenSymbol }) => each.symbol };

const portfolio: fc.Arbitrary<Portfolio> = fc.record({
  supplies: fc.uniqueArray(
    fc.record({ symbol, dollars: fc.integer({ min: -2, max: 6 }).map((power) => 3.7 * 10 ** power) }),
    { minLength: 1, maxLength: 4, ...bySymbol },
  ),
  borrows: fc.uniqueArray(
    fc.record({ symbol, share: fc.integer({ min: 1, max: 9 }), stable: fc.boolean() }),
    {
      minLength: 0,
      maxLength: 3,
      ...bySymbol,
    },
  ),
  used: fc.integer({ min: 20, max: 98 }).map((percent) => percent / 100),
  eMode: fc.integer({ min: 0, max: 3 }).map((digit) => digit === 0),
  disabled: fc.option(fc.nat(3), { freq: 3 }),
});

export const portfolios = (count: number, seed: number): Portfolio[] =>
  fc.sample(portfolio, { numRuns: count, seed });

/** Borrowers of our own, far away from anvil's accounts. */
export const borrowerOf = (index: number): Address =>
  getAddress(pad(numberToHex(0xb0_00_00 + index), { size: 20 }));

const amountOf = (of: TokenSymbol, dollars: number, price: bigint): bigint =>
  parseUnits((dollars / (Number(price) / 1e8)).toFixed(18), 18) / 10n ** BigInt(18 - TOKENS[of].decimals);

/** Refusals of the pool (caps, LTV 0, not borrowable in the category) only make a smaller portfolio. */
async function ifAllowed(action: Promise<void>): Promise<void> {
  try {
    await action;
  } catch (error) {
    if (!(error instanceof ContractRevert)) throw error;
  }
}

/** Opens the portfolio with real transactions. `prices` are the chain's own, 8 decimals. */
export async function open(
  localnet: Localnet,
  account: Address,
  { supplies, borrows, used, eMode, disabled }: Portfolio,
  prices: Readonly<Record<TokenSymbol, bigint>>,
): Promise<void> {
  for (const { symbol: of, dollars } of supplies) {
    const amount = amountOf(of, dollars, prices[of]);
    if (amount > 0n) await localnet.supply('Core', account, of, amount);
  }
  if (eMode) await ifAllowed(localnet.setEMode('Core', account, 1));
  const { availableBorrowsBase } = await localnet.accountData('Core', account);
  const shares = borrows.reduce((sum, { share }) => sum + share, 0);
  for (const { symbol: of, share, stable } of borrows) {
    const dollars = (Number(availableBorrowsBase) / 1e8) * used * (share / shares);
    const amount = amountOf(of, dollars, prices[of]);
    // Only 3.0 has stable rates, and there only DAI allows them.
    const rate = stable && of === 'DAI' && localnet.version === '3.0' ? 'stable' : 'variable';
    if (amount > 0n) await ifAllowed(localnet.borrow('Core', account, of, amount, rate));
  }
  const off = disabled === null ? undefined : supplies[disabled];
  if (off) await ifAllowed(localnet.setCollateral('Core', account, off.symbol, false));
}
