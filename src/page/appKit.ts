import { parseAddress, parseChainId } from './address';
import { type Connection, connectorId, mostConnections } from './connection';
import { at, listOf, storedJson } from './json';

const item = (storage: Pick<Storage, 'getItem'>, key: string): string | null => {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
};

/**
 * The connection in Reown AppKit's own keys, for pages that use it without wagmi. Its list keeps connections
 * from before, so only the one of the connector in use counts (@reown/appkit-controllers StorageUtil).
 */
export const appKitConnections = (storage: Pick<Storage, 'getItem'>): Connection[] => {
  if (item(storage, '@appkit/connection_status') !== 'connected') return [];
  const inUse = item(storage, '@appkit/eip155:connected_connector_id');
  const network = /^eip155:(\d+)$/.exec(item(storage, '@appkit/active_caip_network_id') ?? '');
  for (const entry of listOf(at(storedJson(storage, '@appkit/connections'), 'eip155'), mostConnections)) {
    const connector = at(entry, 'connectorId');
    const address = parseAddress(at(at(at(entry, 'accounts'), 0), 'address'));
    if (address && connector === inUse) {
      const chainId = parseChainId(network?.[1]);
      return [{ connector: connectorId(connector), hint: { address, chainId, how: 'connected' } }];
    }
  }
  return [];
};
