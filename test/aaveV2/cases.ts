import { type Address, parseUnits } from 'viem';
import { TOKENS, type TokenSymbol } from '../localnet/production';
import type { V2 } from './pool';

export interface Case {
  readonly name: string;
  readonly supplies: Partial<Record<TokenSymbol, string>>;
  readonly borrows: Partial<Record<TokenSymbol, string>>;
  /** Borrowed at a stable rate as well. */
  readonly stable?: Partial<Record<TokenSymbol, string>>;
  /** The assets that have a liquidation price; WETH has none, because all is counted in it. */
  readonly flips: readonly TokenSymbol[];
  readonly pair: { readonly collateral: TokenSymbol; readonly debt: TokenSymbol };
}

export const cases: readonly Case[] = [
  {
    name: 'ether against dollars: the dollar’s price in ether decides',
    supplies: { WETH: '10' },
    borrows: { USDC: '18000' },
    flips: ['USDC'],
    pair: { collateral: 'WETH', debt: 'USDC' },
  },
  {
    name: 'dollars against ether',
    supplies: { USDC: '50000' },
    borrows: { WETH: '10' },
    flips: ['USDC'],
    pair: { collateral: 'USDC', debt: 'WETH' },
  },
  {
    name: 'two collaterals and two debts of different decimals',
    supplies: { WETH: '10', WBTC: '0.5' },
    borrows: { USDC: '35000', DAI: '5000' },
    flips: ['WBTC', 'USDC', 'DAI'],
    pair: { collateral: 'WETH', debt: 'USDC' },
  },
  {
    name: 'stable and variable debt in one asset',
    supplies: { WBTC: '1' },
    borrows: { DAI: '20000' },
    stable: { DAI: '25000' },
    flips: ['WBTC', 'DAI'],
    pair: { collateral: 'WBTC', debt: 'DAI' },
  },
  {
    name: 'one asset on both sides',
    supplies: { WBTC: '1', DAI: '9000' },
    borrows: { WBTC: '0.2', USDC: '57000' },
    flips: ['WBTC', 'DAI', 'USDC'],
    pair: { collateral: 'WBTC', debt: 'USDC' },
  },
  {
    name: 'dust',
    supplies: { WBTC: '0.000002' },
    borrows: { USDC: '0.11' },
    flips: ['WBTC', 'USDC'],
    pair: { collateral: 'WBTC', debt: 'USDC' },
  },
];

/** Opens the position with real transactions. */
export async function openCase(v2: V2, account: Address, { supplies, borrows, stable = {} }: Case) {
  for (const [symbol, amount] of entries(supplies)) await v2.deposit(account, symbol, raw(symbol, amount));
  for (const [symbol, amount] of entries(borrows)) {
    await v2.borrow(account, symbol, raw(symbol, amount), 'variable');
  }
  for (const [symbol, amount] of entries(stable)) {
    await v2.borrow(account, symbol, raw(symbol, amount), 'stable');
  }
}

const raw = (symbol: TokenSymbol, amount: string): bigint => parseUnits(amount, TOKENS[symbol].decimals);
const entries = (amounts: Partial<Record<TokenSymbol, string>>) =>
  Object.entries(amounts) as [TokenSymbol, string][];
