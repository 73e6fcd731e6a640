import type { Address } from '../../model/asset';
import type { Memo, Reader } from '../../model/reader';
import { settle } from '../settle';
import { type Beliefs, beliefsFrom, holdsSomething, sameGround } from './beliefs';
import type { CompoundV3Market } from './markets';
import { positionOf } from './position';
import { askRound } from './round';

/**
 * Reads one market: asks under what is believed, and asks again while the chain says otherwise. Warm that is one round,
 * cold two; a market in which the owner has nothing always takes one.
 */
export function* read(market: CompoundV3Market, owner: Address, memo: Memo | null): Reader {
  const ask = (beliefs: Beliefs) => askRound(market, owner, beliefs);
  const { round, truth } = yield* settle(beliefsFrom(memo), ask, sameGround);
  const { figures } = round;
  const found = figures && holdsSomething(truth);
  return {
    positions: found ? [positionOf(market, owner, round.principal(), figures)] : [],
    memo: { ...truth },
  };
}
