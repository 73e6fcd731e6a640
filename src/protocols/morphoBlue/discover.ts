import { pad, toEventSelector } from 'viem';
import type { Address } from '../../model/asset';
import type { Discovery, Log, LogFilter, Searched } from '../../model/logs';
import type { Hex } from '../../model/reader';

/** A debt comes in no other way, and nobody can borrow for an owner who did not allow it: no stranger can forge one. */
const BORROW = toEventSelector('Borrow(bytes32,address,address,address,uint256,uint256)');

/** Whom the owner allowed to act, or no longer; pre-liquidation contracts have to be. */
const SET_AUTHORIZATION = toEventSelector('SetAuthorization(address,address,address,bool)');

/** Public RPCs commonly take 10,000 blocks at once, some more, and some count only what is found. */
const FIRST_RANGE = 10_000n;
const LARGEST_RANGE = 1_280_000n;

interface Deployment {
  readonly address: Address;
  /** The block in which it was deployed. */
  readonly first: bigint;
}

/**
 * Searches the newest blocks first, then further into the past, at most `requests` filters a time; what was searched is
 * handed in again the next time. A range that is taken doubles the next, a refused one is halved and no longer exceeded.
 */
export function* discover(
  { address, first: deployed }: Deployment,
  owner: Address,
  head: bigint,
  before: Searched | null,
  requests: number,
): Discovery {
  // A chain that was made for tests is younger than the Morpho that it copies.
  const first = deployed <= head ? deployed : 0n;
  const [ids, authorized] = [new Set(before?.ids), new Set(before?.authorized)];
  let from = before ? BigInt(before.from) : head + 1n;
  let to = before ? BigInt(before.to) : head;
  let range = before ? BigInt(before.range) * 2n : FIRST_RANGE;
  let limit = LARGEST_RANGE;
  // Both events have the owner as their second indexed argument, so that one filter finds either.
  const topics = [[BORROW, SET_AUTHORIZATION], null, pad(owner.toLowerCase() as Hex)] as const;
  let taken = before?.range ?? `${FIRST_RANGE}`;
  const searched = (): Searched => ({
    from: `${from}`,
    to: `${to}`,
    first: `${first}`,
    range: taken,
    ids: [...ids],
    authorized: [...authorized],
  });
  for (let asked = 0; asked < requests; asked++) {
    if (range > limit) range = limit;
    const next = nextRange({ from, to, head, first }, range);
    if (!next) break;
    const logs = yield { filter: { address, topics, ...next }, searched: searched() };
    const size = next.toBlock - next.fromBlock + 1n;
    if (logs === null) {
      limit = size > 1n ? size / 2n : 1n;
      continue;
    }
    for (const log of logs) note(log);
    if (next.toBlock > to) to = next.toBlock;
    else from = next.fromBlock;
    if (size === range) taken = `${range}`;
    range *= 2n;
  }
  return searched();

  function note({ topics: [event, second, , fourth] }: Log): void {
    if (event === BORROW && second) ids.add(second);
    if (event === SET_AUTHORIZATION && fourth) authorized.add(`0x${fourth.slice(-40)}`);
  }
}

/** New blocks come before old ones: a position that was just opened is the one that is missed. */
function nextRange(
  { from, to, head, first }: { from: bigint; to: bigint; head: bigint; first: bigint },
  range: bigint,
): Pick<LogFilter, 'fromBlock' | 'toBlock'> | null {
  if (to < head) {
    const end = to + range;
    return { fromBlock: to + 1n, toBlock: end < head ? end : head };
  }
  if (from <= first) return null;
  const start = from - range;
  return { fromBlock: start > first ? start : first, toBlock: from - 1n };
}

/** Progress has been in storage; what is not of its form is forgotten, and the search begins anew. */
export function searchedFrom(kept: unknown): Searched | null {
  const { from, to, first, range, ids, authorized } = (kept ?? {}) as Partial<Searched>;
  const numbers = [from, to, first, range];
  const isWhole =
    numbers.every((value) => typeof value === 'string' && /^\d{1,15}$/.test(value)) &&
    Array.isArray(ids) &&
    Array.isArray(authorized);
  return isWhole ? (kept as Searched) : null;
}
