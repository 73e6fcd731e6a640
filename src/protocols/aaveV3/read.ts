import type { Address } from '../../model/asset';
import type { Memo, Reader } from '../../model/reader';
import { settle } from '../settle';
import { beliefsFrom, sameGround } from './beliefs';
import { askIdle, isIdle } from './idle';
import type { AaveV3Market } from './markets';
import { positionOf } from './position';
import { askRound } from './round';

/**
 * Reads one market: asks under what is believed, and asks again while the chain says otherwise. Warm that is one round,
 * cold two; a market in which the owner has nothing always takes one.
 */
export function* read(market: AaveV3Market, owner: Address, memo: Memo | null): Reader {
  let beliefs = beliefsFrom(memo);
  if (isIdle(beliefs)) {
    const idle = askIdle(market, owner);
    idle.answer(yield idle.calls);
    beliefs = { ...beliefs, ...idle.use() };
    if (isIdle(beliefs)) return { positions: [], memo: { ...beliefs } };
  }
  const { round, truth } = yield* settle(beliefs, (each) => askRound(market, owner, each), sameGround);
  const positions = truth.used.length === 0 ? [] : [positionOf(market, owner, round, truth.symbols)];
  return { positions, memo: { ...truth } };
}
