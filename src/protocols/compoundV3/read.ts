import type { Address } from '../../model/asset';
import type { Memo, Reader } from '../../model/reader';
import { beliefsFrom, holdsSomething, sameGround } from './beliefs';
import type { CompoundV3Market } from './markets';
import { positionOf } from './position';
import { askRound } from './round';

/**
 * Reads one market: asks under what is believed, and asks again while the chain says otherwise. Warm that is one round,
 * cold two; a market in which the owner has nothing always takes one.
 */
export function* read(market: CompoundV3Market, owner: Address, memo: Memo | null): Reader {
  let beliefs = beliefsFrom(memo);
  for (;;) {
    const round = askRound(market, owner, beliefs);
    round.answer(yield round.calls);
    const truth = round.truth();
    if (sameGround(beliefs, truth)) {
      const { figures } = round;
      const found = figures && holdsSomething(truth);
      return {
        positions: found ? [positionOf(market, owner, round.principal(), figures)] : [],
        memo: { ...truth },
      };
    }
    beliefs = truth;
  }
}
