import { type Address, parseUnits } from 'viem';
import { type MarketName, TOKENS, type TokenSymbol } from '../localnet/production';
import type { Localnet } from '../localnet/start';

export interface Case {
  readonly name: string;
  readonly eMode?: boolean;
  readonly supplies: Partial<Record<TokenSymbol, string>>;
  readonly borrows: Partial<Record<TokenSymbol, string>>;
  /** The assets that have a liquidation price. */
  readonly flips: readonly TokenSymbol[];
  /** A pair that a liquidator would take. */
  readonly pair: { readonly collateral: TokenSymbol; readonly debt: TokenSymbol };
}

/** The kinds of position whose liquidation prices are found in different ways. */
export const cases: readonly Case[] = [
  {
    name: 'one collateral',
    supplies: { WETH: '10' },
    borrows: { USDC: '18000' },
    flips: ['WETH', 'USDC'],
    pair: { collateral: 'WETH', debt: 'USDC' },
  },
  {
    name: 'two collaterals and two debts of different decimals',
    supplies: { WETH: '10', WBTC: '0.5' },
    borrows: { USDC: '40000', DAI: '5000' },
    flips: ['WETH', 'WBTC', 'USDC', 'DAI'],
    pair: { collateral: 'WETH', debt: 'USDC' },
  },
  {
    name: 'an efficiency-mode loop of wstETH against ETH',
    eMode: true,
    supplies: { wstETH: '30' },
    borrows: { WETH: '32' },
    flips: ['wstETH', 'WETH'],
    pair: { collateral: 'wstETH', debt: 'WETH' },
  },
  {
    name: 'volatile debt against dollars',
    supplies: { USDC: '50000' },
    borrows: { WBTC: '0.3' },
    flips: ['USDC', 'WBTC'],
    pair: { collateral: 'USDC', debt: 'WBTC' },
  },
  {
    name: 'dust',
    supplies: { WETH: '0.00002' },
    borrows: { USDC: '0.031' },
    flips: ['WETH', 'USDC'],
    pair: { collateral: 'WETH', debt: 'USDC' },
  },
  {
    name: 'one asset on both sides',
    supplies: { WETH: '12', DAI: '9000' },
    borrows: { WETH: '3', USDC: '24000' },
    flips: ['WETH', 'DAI', 'USDC'],
    pair: { collateral: 'WETH', debt: 'USDC' },
  },
];

/** Opens the position with real transactions. */
export async function openCase(
  localnet: Localnet,
  borrower: Address,
  opened: Case,
  market: MarketName = 'Core',
): Promise<void> {
  for (const [symbol, amount] of entries(opened.supplies)) {
    await localnet.supply(market, borrower, symbol, raw(symbol, amount));
  }
  if (opened.eMode) await localnet.setEMode(market, borrower, 1);
  for (const [symbol, amount] of entries(opened.borrows)) {
    await localnet.borrow(market, borrower, symbol, raw(symbol, amount));
  }
}

const raw = (symbol: TokenSymbol, amount: string): bigint => parseUnits(amount, TOKENS[symbol].decimals);
const entries = (amounts: Partial<Record<TokenSymbol, string>>) =>
  Object.entries(amounts) as [TokenSymbol, string][];
