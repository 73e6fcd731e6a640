import { type Address, parseUnits } from 'viem';
import type { portfolios } from '../aaveV3/portfolio';
import { TOKENS, type TokenSymbol } from '../localnet/production';
import { ContractRevert } from '../localnet/revert';
import { initialPrices, LISTED, type V2 } from './pool';

type Portfolio = ReturnType<typeof portfolios>[number];

const ETHER_IN_DOLLARS = 3020;
const isListed = ({ symbol }: { readonly symbol: TokenSymbol }): boolean => LISTED.includes(symbol);

const amountOf = (of: TokenSymbol, ether: number): bigint =>
  parseUnits((ether / (Number(initialPrices[of]) / 1e18)).toFixed(18), 18) /
  10n ** BigInt(18 - TOKENS[of].decimals);

/** Refusals of the pool (a rate that is not offered, no cover) only make a smaller portfolio. */
async function ifAllowed(action: Promise<void>): Promise<void> {
  try {
    await action;
  } catch (error) {
    if (!(error instanceof ContractRevert)) throw error;
  }
}

/** Opens v3's random portfolio on v2 with real transactions, as far as its assets are listed there. */
export async function open(v2: V2, account: Address, portfolio: Portfolio): Promise<void> {
  const supplies = portfolio.supplies.filter(isListed);
  const borrows = portfolio.borrows.filter(isListed);
  for (const { symbol, dollars } of supplies) {
    const amount = amountOf(symbol, dollars / ETHER_IN_DOLLARS);
    if (amount > 0n) await v2.deposit(account, symbol, amount);
  }
  const { availableBorrows } = await v2.account(account);
  const shares = borrows.reduce((sum, { share }) => sum + share, 0);
  for (const { symbol, share, stable } of borrows) {
    const ether = (Number(availableBorrows) / 1e18) * portfolio.used * (share / shares);
    const amount = amountOf(symbol, ether);
    if (amount === 0n) continue;
    // Half of it at each rate, where both are taken.
    await ifAllowed(v2.borrow(account, symbol, stable ? amount - amount / 2n : amount, 'variable'));
    if (stable && amount > 1n) await ifAllowed(v2.borrow(account, symbol, amount / 2n, 'stable'));
  }
  const off = portfolio.disabled === null ? undefined : supplies[portfolio.disabled];
  if (off) await ifAllowed(v2.setCollateral(account, off.symbol, false));
}
