import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';
import type { Memo, Reader } from '../../model/reader';
import { beliefsFrom, sameGround } from './beliefs';
import { positionOf } from './position';
import { askRound } from './round';

/**
 * Reads the owner's account: asks under what is believed, and asks again while the chain says otherwise. Warm that is one
 * round, cold two, and three where a market is among them that was listed since; an owner who entered none takes one.
 */
export function* read(market: Market, owner: Address, memo: Memo | null): Reader {
  let beliefs = beliefsFrom(memo);
  for (;;) {
    const round = askRound(market, owner, beliefs);
    round.answer(yield round.calls);
    const truth = round.truth();
    if (sameGround(beliefs, truth)) {
      const { figures } = round;
      const position = figures ? positionOf(market, owner, figures, truth.cTokens) : null;
      return { positions: position ? [position] : [], memo: { ...truth } };
    }
    beliefs = truth;
  }
}
