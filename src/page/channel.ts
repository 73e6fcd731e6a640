import type { WalletReport } from './account';
import { parseAddress, parseChainId } from './address';
import { connectorId } from './connection';

/**
 * The two content scripts of a page talk by events on `document` whose names begin with a secret. The script in
 * the page's world makes it up and hands it over in one event of this name, before any script of the page runs;
 * the other listens for that event once.
 */
export const handover = 'plimsoll:handover';

/** From the isolated world: "say what the wallets say"; carries the connectors on the page's record. */
export const asking = (secret: string): string => `${secret}?`;

/** From the page's world: what the wallets say. */
export const telling = (secret: string): string => `${secret}!`;

export const mostWallets = 16;

/** One wallet a line: "id account chain". It comes from the page's world, so nothing in it is trusted. */
export const parseReports = (text: unknown): WalletReport[] => {
  if (typeof text !== 'string' || text.length > mostWallets * 200) return [];
  const reports: WalletReport[] = [];
  for (const line of text.split('\n').slice(0, mostWallets)) {
    const [id, account, chain, more] = line.split(' ');
    const address = parseAddress(account);
    if (address && more === undefined)
      reports.push({ id: connectorId(id), address, chainId: parseChainId(chain) });
  }
  return reports;
};
