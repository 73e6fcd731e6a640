import { type Address, numberToHex, pad } from 'viem';
import { vi } from 'vitest';
import { MULTICALL3 } from '../../src/chain/multicall';
import { TOKENS, V2_FEEDS } from '../localnet/production';
import { dollarInEther } from './prices';

/** What an RPC can do instead of answering; none of it takes time, so that a day fits into minutes. */
const refusals = {
  limited: () => new Response('slow down', { status: 429 }),
  limitedLong: () => new Response('slow down', { status: 429, headers: { 'retry-after': '240' } }),
  barred: () => new Response('no', { status: 401 }),
  trouble: () => new Response('bad gateway', { status: 502 }),
  webPage: () => new Response('<html>Sign in</html>'),
  brokenOff: () => new Response('{"jsonrpc":"2.0","id":1,"res'),
  empty: () => new Response(''),
  otherId: (id: number) => Response.json({ jsonrpc: '2.0', id: id + 1, result: '0x' }),
  list: (id: number) => Response.json([{ jsonrpc: '2.0', id, result: '0x' }]),
  both: (id: number) => Response.json({ jsonrpc: '2.0', id, result: '0x', error: { code: 1, message: 'x' } }),
  // Neither bytes nor a number in their one form.
  halfAByte: (id: number) => Response.json({ jsonrpc: '2.0', id, result: '0x012' }),
  nothing: (id: number) => Response.json({ jsonrpc: '2.0', id, result: '0x' }),
  unreachable: (): Response => {
    throw new TypeError('Failed to fetch');
  },
};

/** How an RPC answers; from "otherChain" on the answer is of the right form and comes from the real contracts. */
export const conducts = [
  ...(Object.keys(refusals) as (keyof typeof refusals)[]),
  ...(['otherChain', 'future', 'frozen', 'lies'] as const),
] as const;

/** For how many seconds after that it is not asked at all. */
const rests: Readonly<Record<string, number>> = {
  limited: 30,
  limitedLong: 240,
  barred: 600,
  otherChain: 3600,
};
export const restAfter = (conduct: Conduct): number => rests[conduct] ?? 0;

/** Whether what it says may be believed for its form. */
export const answers = (conduct: Conduct): boolean => ['honest', 'frozen', 'lies'].includes(conduct);

export type Conduct = 'honest' | (typeof conducts)[number];

/** What a lying RPC makes of ether's price, and the block that a frozen one believes to be the newest. */
export interface Tale {
  readonly price: bigint;
  readonly block: bigint;
}

/** In anvil's and geth's form: the storage of a contract, for one call. MockAggregator's answer is its first slot. */
export const told = ({ price }: Tale) =>
  (
    [
      [TOKENS.WETH.feed, price],
      [V2_FEEDS.USDC as Address, dollarInEther(price)],
    ] as const
  ).map(([address, answer]) => ({
    address,
    stateDiff: [{ slot: pad('0x0'), value: numberToHex(answer, { size: 32 }) }],
  }));

const HOUR_S = 3600;

/** The block that it is asked at, contracts that are replaced, and a block whose fields are. */
function bent(conduct: Conduct, params: readonly unknown[], tale: Tale): unknown[] {
  const [call, block, override = {}] = params as [object, string, object];
  if (conduct === 'frozen') return [call, numberToHex(tale.block), override];
  if (conduct === 'future') {
    const time = numberToHex(Math.floor(Date.now() / 1000) + HOUR_S);
    return [call, block, override, { time }];
  }
  if (conduct !== 'lies') return [...params];
  const feeds = told(tale).map(({ address, stateDiff }) => [
    address,
    { stateDiff: Object.fromEntries(stateDiff.map(({ slot, value }) => [slot, value])) },
  ]);
  return [call, block, { ...override, ...Object.fromEntries(feeds) }];
}

/** The packed answer begins with the chain's id, a word of one byte: here it becomes Polygon's. */
function ofPolygon(text: string): string {
  const answer = text.replace('"0x0180200101', '"0x0180200189');
  if (answer === text)
    throw new Error('The answer does not begin with the id of Ethereum in the packed form.');
  return answer;
}

export interface Weather {
  /** From now on the RPCs behave so, in the order of their hosts; what was counted is forgotten. */
  turn(next: readonly Conduct[], tale: Tale): void;
  /** Hosts whose answer to an eth_call may be believed for its form, in the order in which they gave it. */
  readonly answered: ReadonlySet<string>;
  readonly calls: number;
  /** Requests that were not answered honestly, by what was done instead. */
  readonly injected: Readonly<Record<string, number>>;
}

/** Stands before the local chain in the place of the production RPCs. */
export function weatherOver(url: string, hosts: readonly string[]): Weather {
  const real: typeof fetch = globalThis.fetch;
  const answered = new Set<string>();
  const injected: Record<string, number> = {};
  let conduct: readonly Conduct[] = [];
  let tale: Tale = { price: 0n, block: 0n };
  let calls = 0;
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    const { host, hostname } = new URL(input);
    if (hostname === '127.0.0.1') return real(input, init); // the test's own client
    const how = conduct[hosts.indexOf(host)];
    if (!how) throw new Error(`Nobody but Ethereum's RPCs may be asked, not ${host}.`);
    const request = JSON.parse(String(init.body)) as { id: number; method: string; params: unknown[] };
    const isCall = request.method === 'eth_call' && 'to' in (request.params[0] as object);
    if (isCall) calls += 1;
    if (how !== 'honest') injected[how] = (injected[how] ?? 0) + 1;
    if (how in refusals) return refusals[how as keyof typeof refusals](request.id);
    const params = isCall ? bent(how, request.params, tale) : request.params;
    const response = await real(url, { ...init, body: JSON.stringify({ ...request, params }) });
    if (!isCall || (request.params[0] as { to: string }).to !== MULTICALL3) return response;
    if (how === 'otherChain') return new Response(ofPolygon(await response.text()));
    if (how !== 'future') answered.add(host);
    return response;
  });
  return {
    turn(next, nextTale) {
      conduct = next;
      tale = nextTale;
      calls = 0;
      answered.clear();
    },
    answered,
    get calls() {
      return calls;
    },
    injected,
  };
}
