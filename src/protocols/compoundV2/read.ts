import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';
import type { Memo, Reader } from '../../model/reader';
import { settle } from '../settle';
import { type Beliefs, beliefsFrom, sameGround } from './beliefs';
import { positionOf } from './position';
import { askRound } from './round';

/**
 * Reads the owner's account: asks under what is believed, and asks again while the chain says otherwise. Warm that is one
 * round, cold two, and three where a market is among them that was listed since; an owner who entered none takes one.
 */
export function* read(market: Market, owner: Address, memo: Memo | null): Reader {
  const ask = (beliefs: Beliefs) => askRound(market, owner, beliefs);
  const { round, truth } = yield* settle(beliefsFrom(memo), ask, sameGround);
  const { figures } = round;
  const position = figures ? positionOf(market, owner, figures, truth.cTokens) : null;
  return { positions: position ? [position] : [], memo: { ...truth } };
}
