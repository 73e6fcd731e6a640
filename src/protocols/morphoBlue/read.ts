import type { Address } from '../../model/asset';
import type { Market } from '../../model/position';
import type { Memo, Reader, Reading } from '../../model/reader';
import { settle } from '../settle';
import { type Beliefs, beliefsFrom, sameGround } from './beliefs';
import { positionOf, unnamed } from './position';
import { askRound, type Round } from './round';
import type { MorphoBluePosition } from './rules.position';

/**
 * Reads every market of the chain's Morpho that the owner is known to be in: the large ones, and the memo's `ids`. Warm
 * that is one round, cold two. A market that gives no answer is an error of its own, the others stand.
 */
export function* read(market: Market, owner: Address, memo: Memo | null): Reader {
  const ask = (beliefs: Beliefs) => askRound(market, owner, beliefs);
  const { round, truth } = yield* settle(beliefsFrom(memo), ask, sameGround);
  return { ...readingOf(market, owner, round), memo: { ...memo, ...truth } };
}

function readingOf(market: Market, owner: Address, round: Round): Omit<Reading, 'memo'> {
  const positions: MorphoBluePosition[] = [];
  const errors: NonNullable<Reading['errors']>[number][] = [];
  for (const figures of round.figures) {
    try {
      positions.push(positionOf(market, owner, figures));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      errors.push({ market: unnamed(market, figures.id), reason });
    }
  }
  return { positions, errors };
}
