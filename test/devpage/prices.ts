import { parseUnits } from 'viem';
import { INITIAL_PRICES } from '../localnet/deploy/parameters';
import type { Prices } from '../localnet/prices';

export type Movable = 'WETH' | 'WBTC';

const isMovable = (symbol: unknown): symbol is Movable => symbol === 'WETH' || symbol === 'WBTC';

/** Eight decimals, cut off beyond. */
const staked = (ether: bigint) => (ether * INITIAL_PRICES.wstETH) / INITIAL_PRICES.WETH;

/** Moves a price, and with ether's the staked ether's; one block holds both. */
export async function movePrice(chain: Prices, symbol: Movable, price: bigint): Promise<void> {
  if (symbol === 'WETH') await chain.setPrice('wstETH', staked(price), { mine: false });
  await chain.setPrice(symbol, price);
}

/** What the page's sliders ask for: `{"symbol":"WETH","price":"2500.50"}`. Throws with a sentence. */
export async function movePriceAsAsked(chain: Prices, body: string): Promise<void> {
  const { symbol, price } = JSON.parse(body);
  if (!isMovable(symbol)) throw new Error('Only WETH and WBTC can be moved.');
  if (typeof price !== 'string' || !/^\d{1,9}(\.\d{1,8})?$/.test(price) || Number(price) === 0) {
    throw new Error('A price is a number above zero with at most 8 decimals.');
  }
  await movePrice(chain, symbol, parseUnits(price, 8));
}
