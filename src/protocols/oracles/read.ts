import type { Address } from '../../model/asset';
import type { Oracles } from '../../model/oracle';
import type { Memo, Reader } from '../../model/reader';
import { blockTime } from '../blockTime';
import { newRound, orNull } from '../contract';
import { factsOf } from './facts';
import { type Answers, follow, learn } from './feed';
import { beliefsFrom, type Feeds, withSources } from './known';

/**
 * What the feeds of the last reading say of themselves, for information only: nothing that a feed answers can make it
 * fail. It learns what a feed is made of once, a layer of feeds each round, and asks for no more than their times then.
 * @param rounds how many it may ask for; what it has not learnt by then it learns the next time
 * @param mostNew how many new feeds a round: each is asked some thirty questions, and others share the request
 */
export function* readOracles(memo: Memo | null, rounds = 1, mostNew = 4): Reader {
  const { feeds, known: before } = beliefsFrom(memo);
  let known = before;
  let oracles: Oracles = {};
  for (let round = 0; round < rounds && feeds.length > 0; round++) {
    const { calls, answer, use } = askRound(feeds, known, mostNew);
    answer(yield calls);
    ({ known, oracles } = use());
    if (withSources(feeds, known).every((feed) => known[feed])) break;
  }
  // Of feeds that are no longer used nothing is kept.
  const kept = withSources(feeds, known).flatMap((feed) =>
    known[feed] ? [[feed, known[feed]] as const] : [],
  );
  return { positions: [], memo: { feeds, known: Object.fromEntries(kept) }, oracles };
}

function askRound(feeds: readonly Address[], known: Feeds, mostNew: number) {
  const { calls, ask, answer } = newRound();
  const now = ask(orNull(blockTime));
  const all = withSources(feeds, known);
  const old = all.flatMap((feed) => {
    const what = known[feed];
    return what ? [{ feed, read: follow(ask, feed, what) }] : [];
  });
  const unknown = all.filter((feed) => !known[feed]).slice(0, mostNew);
  const learning = unknown.map((feed) => ({ feed, read: learn(ask, feed) }));
  return {
    calls,
    answer,
    use() {
      const learnt = learning.map(({ feed, read }) => ({ feed, ...read() }));
      const all: Feeds = { ...known, ...Object.fromEntries(learnt.map((each) => [each.feed, each.known])) };
      const answers = new Map<Address, Answers>([
        ...old.map(({ feed, read }) => [feed, read()] as const),
        ...learnt.map((each) => [each.feed, each.answers] as const),
      ]);
      const facts = feeds.flatMap((feed) => {
        const found = factsOf(feed, all, answers, now());
        return found ? [[feed, found] as const] : [];
      });
      return { known: all, oracles: Object.fromEntries(facts) as Oracles };
    },
  };
}
