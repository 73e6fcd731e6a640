import type { Address } from '../model/asset';
import type { AccountHint } from '../model/snapshot';
import { parseAddress } from './address';
import { appKitConnections } from './appKit';
import type { Connection } from './connection';
import { wagmiConnections } from './wagmi';

/** What the page keeps in its storage about its account. */
export interface Kept {
  /** The address Aave shows in its read-only mode. */
  readonly watching: Address | null;
  readonly connections: readonly Connection[];
}

/** What a wallet itself says, for a wallet that gave evidence of being connected. */
export interface WalletReport {
  /** Its rdns, "injected" for window.ethereum, or "" when it has none. */
  readonly id: string;
  readonly address: Address;
  readonly chainId: number | null;
}

const mostHints = 4;

/** Reads, and only reads, the keys that say which account the page shows. */
export const keptIn = (storage: Pick<Storage, 'getItem'> | null): Kept => {
  if (!storage) return { watching: null, connections: [] };
  let watching: Address | null = null;
  try {
    watching = parseAddress(storage.getItem('readOnlyModeAddress'));
  } catch {
    // The page forbids its storage: then it keeps nothing there either.
  }
  const wagmi = wagmiConnections(storage);
  return { watching, connections: wagmi.length > 0 ? wagmi : appKitConnections(storage) };
};

/**
 * The accounts of the page: those on its own record first, the one in use leading, then wallets that only speak
 * for themselves, in the order in which they came. A wallet on record is believed about itself, because its
 * word comes a second before the record of it. Different accounts are never merged into one.
 */
export const hintsOf = ({ watching, connections }: Kept, reports: readonly WalletReport[]): AccountHint[] => {
  // In read-only mode Aave shows that address whatever wallet is connected (its Web3Provider.tsx).
  if (watching) return [{ address: watching, chainId: null, how: 'watching' }];
  const spoken = (connector: string) => (connector ? reports.find(({ id }) => id === connector) : undefined);
  const recorded = connections.map(({ connector, hint }) => {
    const report = spoken(connector);
    return report ? { ...hint, address: report.address, chainId: report.chainId ?? hint.chainId } : hint;
  });
  const others = reports.map(({ address, chainId }): AccountHint => ({ address, chainId, how: 'connected' }));
  const seen = new Set<Address>();
  const distinct = [...recorded, ...others].filter(({ address }) => !seen.has(address) && seen.add(address));
  return distinct.slice(0, mostHints);
};
