import type { Outcome } from '../chain/lockstep';
import type { Oracles } from '../model/oracle';
import type { Position } from '../model/position';
import type { Memo, Reader } from '../model/reader';
import { givenUp, memoFor, readOracles } from '../protocols/oracles';

type Memos = Readonly<Record<string, Memo>>;

/** Where the memo about feeds is kept, beside those of the markets. */
const FEEDS = 'oracles';

/** Asks about the feeds of an account's last reading, beside its markets in the same requests. */
export const feedReader = (memos: Memos): Reader => readOracles(memos[FEEDS] ?? null);

/** What was heard of the feeds, and the memo that asks about those of this reading next time. */
export function feedsHeard(
  outcome: Outcome | undefined,
  memos: Memos,
  positions: readonly Position[],
): { oracles: Oracles; memos: Memos } {
  const told = outcome && 'reading' in outcome ? outcome.reading : null;
  const memo = told?.memo ?? givenUp(memos[FEEDS] ?? null);
  return { oracles: told?.oracles ?? {}, memos: { [FEEDS]: memoFor(memo, positions) } };
}
