import type { Seen } from '../../model/alert';
import type { ParameterEffect } from '../../model/parameter';
import type { Borrowing } from '../../model/risk';
import { attribution } from '../../risk/attribution';
import { parameterEffect } from '../../risk/parameters';
import { wasActedOn } from '../../risk/taken';
import type { About } from '../../view/alertText';
import { changePhrase } from '../../view/changeText';
import { positionCard } from '../../view/positionCard';
import type { Round } from './round';

/** What changed between two readings. What another version kept may lack what this one needs: nothing is known of it then. */
function ifKnown<T>(compare: () => T, otherwise: T): T {
  try {
    return compare();
  } catch {
    return otherwise;
  }
}

/** What the owner does is no fall. */
export const isActedOn = (was: Seen, now: Seen): boolean =>
  ifKnown(() => wasActedOn(was.position, now.position, now.at - was.at), true);

export const effectSince = (base: Seen, now: Seen): ParameterEffect | null =>
  ifKnown(() => parameterEffect(base.position, now.position), null);

/** What an alert says of a position as it is now, beside the alert's own matter. Made when it is needed, and once. */
export function aboutOf(risk: Borrowing, base: Seen, now: Seen, { chain }: Round): () => About {
  let made: About | null = null;
  return () => {
    made ??= {
      position: now.position,
      card: positionCard(now.position, risk, chain, { oracles: {}, now: now.at * 1000 }),
      change: changeSince(base, now),
      goal: risk.limits[1],
    };
    return made;
  };
}

const changeSince = (base: Seen, now: Seen): string | null =>
  ifKnown(() => changePhrase(attribution(base.position, now.position, now.at - base.at)), null);
