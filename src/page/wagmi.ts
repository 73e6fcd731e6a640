import { parseAddress, parseChainId } from './address';
import { type Connection, connectorId, mostConnections } from './connection';
import { at, listOf, storedJson } from './json';

/**
 * The connections in wagmi's store, the one in use first.
 * wagmi writes a Map as `{ __type: 'Map', value: [[uid, connection], …] }`, drops a connection when the user
 * disconnects, and has no `current` when nothing is connected (@wagmi/core createConfig.ts, serialize.ts).
 */
export const wagmiConnections = (storage: Pick<Storage, 'getItem'>): Connection[] => {
  const state = at(storedJson(storage, 'wagmi.store'), 'state');
  const current = at(state, 'current');
  const found: Connection[] = [];
  for (const entry of listOf(at(at(state, 'connections'), 'value'), mostConnections)) {
    const connection = at(entry, 1);
    const address = parseAddress(at(at(connection, 'accounts'), 0));
    if (!address) continue;
    const read: Connection = {
      connector: connectorId(at(at(connection, 'connector'), 'id')),
      hint: { address, chainId: parseChainId(at(connection, 'chainId')), how: 'connected' },
    };
    if (at(entry, 0) === current) found.unshift(read);
    else found.push(read);
  }
  return typeof current === 'string' ? found : [];
};
