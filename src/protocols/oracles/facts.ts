import type { Address } from '../../model/asset';
import type { OracleFacts } from '../../model/oracle';
import type { Answers } from './feed';
import { type Feeds, MAX_DEPTH } from './known';

/** Ethereum's first block: no contract was told of a price before. */
const FIRST_BLOCK = 1_438_269_973n;

/** What to show of a feed with all that is behind it; null as long as not all of that has answered. */
export function factsOf(
  feed: Address,
  known: Feeds,
  answers: ReadonlyMap<Address, Answers>,
  now: bigint | null,
  depth = MAX_DEPTH,
): OracleFacts | null {
  const [what, said] = [known[feed], answers.get(feed)];
  if (!what || !said) return null;
  const sources = depth > 1 ? what.sources : [];
  const parts = sources.flatMap((source) => factsOf(source, known, answers, now, depth - 1) ?? []);
  if (parts.length < sources.length) return null;
  const names = parts.flatMap(({ description }) => description ?? []);
  const times = [what.clock === null ? null : believable(said.updatedAt, now), ...parts.map(timeOf)];
  const told = times.filter((time) => time !== null);
  const caps = [said.capped, ...parts.map(({ capped }) => capped)];
  return {
    description: what.description ?? (names.length > 0 ? names.join(', ') : null),
    updatedAt: told.length === 0 ? null : Math.min(...told),
    capped: caps.includes(true) ? true : caps.includes(false) ? false : null,
    fixed: what.fixed,
    discounted: what.discounted || parts.some(({ discounted }) => discounted),
  };
}

const timeOf = ({ updatedAt }: OracleFacts): number | null => updatedAt;

/** A rate that is worked out when it is asked for says 0; what is later than its block is not a time. */
const believable = (seconds: bigint | null, now: bigint | null): number | null =>
  seconds !== null && now !== null && seconds >= FIRST_BLOCK && seconds <= now ? Number(seconds) : null;
