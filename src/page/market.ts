/** app.morpho.org/base/market/0x9103…1836/cbbtc-usdc: the id is where the market's name would be. */
const MARKET_PATH = /^\/[a-z0-9-]+\/market\/(0x[0-9a-f]{64})(?:\/|$)/i;

type Id = `0x${string}`;

/** The id of the Morpho market that a page is about; null for any other page. A hint, as all that a page says. */
export function marketIn({ hostname, pathname }: Pick<Location, 'hostname' | 'pathname'>): Id | null {
  if (hostname !== 'app.morpho.org') return null;
  return (MARKET_PATH.exec(pathname)?.[1]?.toLowerCase() as Id | undefined) ?? null;
}
