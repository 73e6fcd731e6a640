import { numberToHex, pad } from 'viem';
import { oracleAbi } from './abi';
import type { LocalClient } from './client';
import { MARKETS, TOKENS, type TokenSymbol } from './production';

export interface Prices {
  /** Moves the feed that all markets share; eight decimals. Mines a block unless `mine` is false. */
  setPrice(symbol: TokenSymbol, price: bigint, options?: { mine?: boolean }): Promise<void>;
  /** What the market's AaveOracle answers; eight decimals. */
  price(symbol: TokenSymbol): Promise<bigint>;
}

/** MockAggregator keeps its answer, its only variable, in slot 0. */
const ANSWER = pad('0x0');

export function createPrices(client: LocalClient): Prices {
  return {
    async setPrice(symbol, price, { mine = true } = {}) {
      const value = numberToHex(price, { size: 32, signed: true });
      await client.setStorageAt({ address: TOKENS[symbol].feed, index: ANSWER, value });
      if (mine) await client.mine({ blocks: 1 });
    },
    price: (symbol) =>
      client.readContract({
        address: MARKETS.Core.oracle,
        abi: oracleAbi,
        functionName: 'getAssetPrice',
        args: [TOKENS[symbol].address],
      }),
  };
}
