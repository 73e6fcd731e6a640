import { pad, toEventSelector } from 'viem';
import type { Address } from '../../model/asset';
import type { Hex } from '../../model/reader';

/** The parameters of one eth_getLogs; both blocks are included. */
export interface LogFilter {
  readonly address: Address;
  readonly topics: readonly (Hex | null)[];
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
}

export interface Log {
  readonly topics: readonly Hex[];
}

/** What has been searched and what was found there, JSON-safe. Blocks outside of it are still to be searched. */
export interface Searched {
  readonly from: string;
  readonly to: string;
  readonly ids: readonly Hex[];
}

/** Yields a filter, is handed its logs, or null where the RPC refused the range. */
export type Discovery = Generator<LogFilter, Searched, readonly Log[] | null>;

/**
 * Event of every collateral that came into a position. A debt needs collateral and collateral comes in no other way, so
 * this one event finds every market in which an owner can be liquidated. Its third indexed argument is the owner.
 */
const SUPPLY_COLLATERAL = toEventSelector('SupplyCollateral(bytes32,address,address,uint256)');

/** Public RPCs commonly take 10,000 blocks at once, some more, and some count only what is found. */
const FIRST_RANGE = 10_000n;
const LARGEST_RANGE = 1_280_000n;

/**
 * Searches the newest blocks first, then further into the past, at most `requests` filters a time; what was searched is
 * handed in again the next time. A range that is taken doubles the next, a refused one is halved.
 */
export function* discover(
  morpho: Address,
  owner: Address,
  head: bigint,
  searched: Searched | null,
  { requests = 20, first = 0n }: { readonly requests?: number; readonly first?: bigint } = {},
): Discovery {
  const ids = new Set(searched?.ids);
  let from = searched ? BigInt(searched.from) : head + 1n;
  let to = searched ? BigInt(searched.to) : head;
  let range = FIRST_RANGE;
  for (let asked = 0; asked < requests; asked++) {
    const next = nextRange({ from, to, head, first }, range);
    if (!next) break;
    const topics = [SUPPLY_COLLATERAL, null, null, pad(owner.toLowerCase() as Hex)];
    const logs = yield { address: morpho, topics, ...next };
    if (logs === null) {
      if (range === 1n) break;
      const size = next.toBlock - next.fromBlock + 1n;
      range = size > 1n ? size / 2n : 1n;
      continue;
    }
    for (const { topics: said } of logs)
      if (belongs(said, topics)) ids.add((said[1] ?? '0x').toLowerCase() as Hex);
    if (next.toBlock > to) to = next.toBlock;
    else from = next.fromBlock;
    if (range < LARGEST_RANGE) range *= 2n;
  }
  return { from: `${from}`, to: `${to}`, ids: [...ids] };
}

/** New blocks come before old ones: a position that was just opened is the one that is missed. */
function nextRange(
  { from, to, head, first }: { from: bigint; to: bigint; head: bigint; first: bigint },
  range: bigint,
): { fromBlock: bigint; toBlock: bigint } | null {
  if (to < head) {
    const end = to + range;
    return { fromBlock: to + 1n, toBlock: end < head ? end : head };
  }
  if (from <= first) return null;
  const start = from - range;
  return { fromBlock: start > first ? start : first, toBlock: from - 1n };
}

/** An RPC may send logs that were not asked for. */
const belongs = (said: readonly Hex[], asked: readonly (Hex | null)[]): boolean =>
  said.length === asked.length &&
  asked.every((topic, place) => topic === null || topic === said[place]?.toLowerCase());
