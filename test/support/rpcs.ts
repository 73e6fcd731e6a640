import { vi } from 'vitest';
import { chains } from '../../src/chain/chains';

const hosts = new Set(chains.flatMap(({ rpcs }) => rpcs.map((rpc) => new URL(rpc).host)));

export interface Rpcs {
  /** What went out, in order: host and method. */
  readonly requests: readonly { readonly host: string; readonly method: string; readonly bytes: number }[];
  reset(): void;
}

/**
 * Leads the production RPCs' names to a local server, as a name server would: the code under test keeps its own
 * addresses, and real requests go to a real chain. `null` leads to a port where nobody listens.
 */
export function leadRpcsTo(url: string | null): Rpcs {
  const requests: { host: string; method: string; bytes: number }[] = [];
  const realFetch = globalThis.fetch;
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
    const { host, hostname } = new URL(input);
    if (hostname === '127.0.0.1') return realFetch(input, init); // the test's own client
    if (!hosts.has(host)) throw new Error(`Nobody but the listed RPCs may be asked, not ${host}.`);
    const body = String(init.body);
    requests.push({ host, method: (JSON.parse(body) as { method: string }).method, bytes: body.length });
    return realFetch(url ?? 'http://127.0.0.1:9', init);
  });
  return { requests, reset: () => requests.splice(0) };
}
