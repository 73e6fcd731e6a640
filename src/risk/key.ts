import type { Market } from '../model/position';

/** One position: chain, market and owner. Stable across refreshes, and by it the user's choices for it are kept. */
export const keyOf = (market: Market, owner: string): string =>
  `${market.chainId}:${market.id ?? market.address}:${owner}`;
