import { vi } from 'vitest';
import { chains } from '../../src/chain/chains';
import { askDesert } from '../localnet/desert';

const chainOf = new Map(chains.flatMap(({ id, rpcs }) => rpcs.map((rpc) => [new URL(rpc).host, id])));

const QUIET_MS = 100;

export interface Rpcs {
  /** What went out, in order. */
  readonly requests: readonly {
    readonly chainId: number;
    readonly host: string;
    readonly method: string;
    readonly bytes: number;
  }[];
  reset(): void;
  /** Until nothing has been asked for a while: a look leaves the other networks and the search of events to themselves. */
  quiet(): Promise<void>;
  /** From now on Ethereum's RPCs answer this method with what is given for its parameters; undefined asks the chain. */
  answer(method: string, reply: (params: unknown) => object | undefined): void;
}

/**
 * Leads the production RPCs' names to a local server, as a name server would: the code under test keeps its own
 * addresses, and real requests go to a real chain; on the networks beside Ethereum nobody has anything.
 * `null` leads to a port where nobody listens; a function leads each of Ethereum's hosts elsewhere.
 */
export function leadRpcsTo(url: string | null | ((host: string) => string)): Rpcs {
  const requests: { chainId: number; host: string; method: string; bytes: number }[] = [];
  const replies = new Map<string, (params: unknown) => object | undefined>();
  const realFetch = globalThis.fetch;
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
    const { host, hostname } = new URL(input);
    if (hostname === '127.0.0.1') return realFetch(input, init); // the test's own client
    const chainId = chainOf.get(host);
    if (chainId === undefined) throw new Error(`Nobody but the listed RPCs may be asked, not ${host}.`);
    const body = String(init.body);
    const { id, method, params } = JSON.parse(body) as { id: number; method: string; params: unknown };
    requests.push({ chainId, host, method, bytes: body.length });
    const reply = chainId === 1 ? replies.get(method)?.(params) : undefined;
    if (reply) return Promise.resolve(Response.json({ jsonrpc: '2.0', id, ...reply }));
    if (url !== null && chainId !== 1) return Promise.resolve(new Response(askDesert(chainId, body)));
    return realFetch((typeof url === 'function' ? url(host) : url) ?? 'http://127.0.0.1:9', init);
  });
  return {
    requests,
    reset: () => requests.splice(0),
    async quiet() {
      for (let before = -1; requests.length !== before; ) {
        before = requests.length;
        await new Promise((done) => setTimeout(done, QUIET_MS));
      }
    },
    answer: (method, reply) => replies.set(method, reply),
  };
}
