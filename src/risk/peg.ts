/** What an asset's price follows. */
export type Peg = 'dollar' | 'euro' | 'ether' | 'bitcoin';

/** By the symbols of the assets that lending markets list; an asset that is not here counts as volatile, on its own. */
const followers: Record<Peg, readonly string[]> = {
  dollar: [
    ...[
      'USD',
      'USDC',
      'USDC.e',
      'USDbC',
      'USDT',
      'USDT0',
      'USD₮0',
      'DAI',
      'xDAI',
      'WXDAI',
      'USDS',
      'GHO',
      'FRAX',
    ],
    ...['LUSD', 'PYUSD', 'crvUSD', 'RLUSD', 'USDe', 'USDtb', 'FDUSD', 'TUSD', 'USDP', 'USDG', 'MAI', 'mUSD'],
    ...['sUSDe', 'sDAI', 'sUSDS', 'm.USDC', 'm.USDT', 'm.DAI', 'DAI.e', 'AUSD', 'BUSD', 'sUSD', 'USDM'],
  ],
  euro: ['EURC', 'EURS', 'EURe', 'agEUR', 'jEUR'],
  ether: [
    ...['WETH', 'ETH', 'WETH.e', 'wstETH', 'stETH', 'weETH', 'cbETH', 'rETH', 'osETH', 'ETHx', 'rsETH'],
    ...['ezETH', 'wrsETH', 'tETH', 'sfrxETH', 'm.WETH'],
  ],
  bitcoin: ['WBTC', 'BTC.b', 'BTCB', 'cbBTC', 'tBTC', 'LBTC', 'eBTC', 'FBTC', 'WBTC.e', 'BTC'],
};

const pegs = new Map(
  Object.entries(followers).flatMap(([peg, symbols]) => symbols.map((symbol) => [symbol, peg as Peg])),
);

export const pegOf = (symbol: string): Peg | null => pegs.get(symbol) ?? null;

/** Everything but dollars; what is not known by its symbol counts as volatile. */
export const isVolatile = (symbol: string): boolean => pegOf(symbol) !== 'dollar';
