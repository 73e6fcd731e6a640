import { type Address, numberToHex, pad, type StateOverride } from 'viem';
import { SYMBOLS, TOKENS, type TokenSymbol } from '../localnet/production';
import type { Localnet } from '../localnet/start';

/** Oracle integers, 8 decimals; what is not named keeps the chain's own price. */
export type PriceSet = Partial<Record<TokenSymbol, bigint>>;

/** For one eth_call the feeds answer these prices: MockAggregator keeps its answer in slot 0. */
export const asOverride = (prices: PriceSet): StateOverride =>
  SYMBOLS.flatMap((symbol) => {
    const price = prices[symbol];
    if (price === undefined) return [];
    const value = numberToHex(price, { size: 32 });
    return [{ address: TOKENS[symbol].feed, stateDiff: [{ slot: pad('0x0'), value }] }];
  });

export async function currentPrices(localnet: Localnet): Promise<Record<TokenSymbol, bigint>> {
  const found = await Promise.all(SYMBOLS.map(async (symbol) => [symbol, await localnet.price(symbol)]));
  return Object.fromEntries(found);
}

/** The symbol of a token, by its production address. */
export function symbolAt(address: Address): TokenSymbol {
  const symbol = SYMBOLS.find((each) => TOKENS[each].address.toLowerCase() === address.toLowerCase());
  if (!symbol) throw new Error(`no such token: ${address}`);
  return symbol;
}
