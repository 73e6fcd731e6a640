import { readContract, readContracts } from '@wagmi/core';
import type { Address } from 'viem';
import { dataProviderAbi, oracleAbi, poolAbi, tokenAbi } from '../../localnet/abi';
import { MARKETS, TOKENS, type TokenSymbol } from '../../localnet/production';
import { wagmi } from './wagmi';

export const symbols = ['WETH', 'wstETH', 'WBTC', 'USDC', 'DAI'] as const satisfies TokenSymbol[];
const { pool, oracle, dataProvider } = MARKETS.Core;
const addresses = symbols.map((symbol) => TOKENS[symbol].address);

export interface Holding {
  readonly symbol: TokenSymbol;
  readonly price: bigint;
  readonly wallet: bigint;
  readonly supplied: bigint;
  readonly borrowed: bigint;
}

export const readPrices = () =>
  readContract(wagmi, {
    address: oracle,
    abi: oracleAbi,
    functionName: 'getAssetsPrices',
    args: [addresses],
  });

export const readAccount = (user: Address) =>
  readContract(wagmi, { address: pool, abi: poolAbi, functionName: 'getUserAccountData', args: [user] });

export async function readHoldings(user: Address): Promise<Holding[]> {
  const [prices, wallets, reserves] = await Promise.all([
    readPrices(),
    readContracts(wagmi, {
      allowFailure: false,
      contracts: addresses.map(
        (address) => ({ address, abi: tokenAbi, functionName: 'balanceOf', args: [user] }) as const,
      ),
    }),
    readContracts(wagmi, {
      allowFailure: false,
      contracts: addresses.map(
        (asset) =>
          ({
            address: dataProvider,
            abi: dataProviderAbi,
            functionName: 'getUserReserveData',
            args: [asset, user],
          }) as const,
      ),
    }),
  ]);
  return symbols.map((symbol, at) => ({
    symbol,
    price: prices[at] ?? 0n,
    wallet: wallets[at] ?? 0n,
    supplied: reserves[at]?.[0] ?? 0n,
    borrowed: reserves[at]?.[2] ?? 0n,
  }));
}
