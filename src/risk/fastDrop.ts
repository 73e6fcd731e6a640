import type { Sample } from '../model/alert';
import type { AlertChoices } from '../model/settings';
import { divide, Exact } from './value';

/** So many at most are remembered of a position: each stands for its part of the time. */
const MOST = 8;

interface Drop {
  readonly samples: readonly Sample[];
  /** The share of the buffer that is gone, and since when; null where it is less than the user wants to know of. */
  readonly fall: { readonly share: string; readonly since: number } | null;
}

/**
 * How fast the buffer falls: what is left now against the most that was left within the time. Times are the chain's.
 * @param isKnown whether the user knows of the danger: a rise within it is then no height to fall from again
 */
export function fastDrop(
  samples: readonly Sample[],
  seen: Sample,
  { share, minutes }: NonNullable<AlertChoices['fastDrop']>,
  isKnown = false,
): Drop {
  const window = minutes * 60;
  const recent = samples.filter(({ at }) => at <= seen.at && seen.at - at <= window);
  const [oldest] = recent;
  const isRise = isKnown && oldest !== undefined && new Exact(seen.buffer).gt(oldest.buffer);
  const now = isRise ? { ...seen, buffer: oldest.buffer } : seen;
  const last = recent.at(-1);
  const isNear = last !== undefined && now.at - last.at < window / MOST;
  const isHigher = last !== undefined && new Exact(now.buffer).gte(last.buffer);
  const kept = !isNear ? [...recent, now] : isHigher ? [...recent.slice(0, -1), now] : recent;
  const [first = now, ...others] = recent;
  const top = others.reduce((high, each) => (new Exact(each.buffer).gt(high.buffer) ? each : high), first);
  const most = new Exact(top.buffer);
  const gone = most.gt(0) ? divide(most.minus(now.buffer), most) : new Exact(0);
  return { samples: kept, fall: gone.gte(share) ? { share: gone.toString(), since: top.at } : null };
}
