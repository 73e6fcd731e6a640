import type { Discovery, Log, LogFilter } from '../../model/logs';

/** Public endpoints commonly take so many blocks at once. */
const RANGE = 10_000n;

/** Of one sweep, so that a long absence does not become a flood. */
const REQUESTS = 24;

type Where = Pick<LogFilter, 'address' | 'topics'>;

/**
 * Looks for events from the newest block back to one, in smaller ranges where an endpoint refuses. What is found goes to
 * `found`; `from` of what it ends with says how far it came.
 */
export function* sweep(
  wheres: readonly Where[],
  first: bigint,
  head: bigint,
  found: (logs: readonly Log[]) => void,
): Discovery {
  let below = head + 1n;
  let range = RANGE;
  const reached = () => ({
    from: `${below}`,
    to: `${head}`,
    first: `${first}`,
    range: `${range}`,
    ids: [],
    authorized: [],
  });
  let asked = 0;
  while (below > first && asked < REQUESTS) {
    const start = below - range;
    const blocks = { fromBlock: start > first ? start : first, toBlock: below - 1n };
    const logs: Log[] = [];
    let isRefused = false;
    for (const where of wheres) {
      asked++;
      const answer = yield { filter: { ...where, ...blocks }, searched: reached() };
      if (answer === null) isRefused = true;
      else logs.push(...answer);
      if (isRefused) break;
    }
    if (isRefused) range = range > 1n ? range / 2n : 1n;
    else {
      found(logs);
      below = blocks.fromBlock;
    }
  }
  return reached();
}
