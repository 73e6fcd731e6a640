import { vi } from 'vitest';
import { chains } from '../../src/chain/chains';
import { askDesert } from '../localnet/desert';

const chainOf = new Map(chains.flatMap(({ id, rpcs }) => rpcs.map((rpc) => [new URL(rpc).host, id])));

export interface Rpcs {
  /** What went out, in order. */
  readonly requests: readonly { readonly chainId: number; readonly method: string; readonly bytes: number }[];
  reset(): void;
}

/**
 * Leads the production RPCs' names to a local server, as a name server would: the code under test keeps its own
 * addresses, and real requests go to a real chain; on the networks beside Ethereum nobody has anything. `null` leads to a port where nobody listens.
 */
export function leadRpcsTo(url: string | null): Rpcs {
  const requests: { chainId: number; method: string; bytes: number }[] = [];
  const realFetch = globalThis.fetch;
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
    const { host, hostname } = new URL(input);
    if (hostname === '127.0.0.1') return realFetch(input, init); // the test's own client
    const chainId = chainOf.get(host);
    if (chainId === undefined) throw new Error(`Nobody but the listed RPCs may be asked, not ${host}.`);
    const body = String(init.body);
    requests.push({ chainId, method: (JSON.parse(body) as { method: string }).method, bytes: body.length });
    if (url !== null && chainId !== 1) return Promise.resolve(new Response(askDesert(chainId, body)));
    return realFetch(url ?? 'http://127.0.0.1:9', init);
  });
  return { requests, reset: () => requests.splice(0) };
}
