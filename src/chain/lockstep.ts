import type { Block } from '../model/position';
import type { Call, Reader, Reading } from '../model/reader';
import type { Round } from './multicall';

/** A reader's end: what it read, or in the user's words why it could not. */
export type Outcome = { readonly reading: Reading } | { readonly reason: string };

/** Readers that never end would ask for ever; none needs more than three rounds. */
const MAX_ROUNDS = 6;

/**
 * Runs readers side by side: the calls of all that still ask are sent as one round, so a chain costs as many requests
 * as its most curious reader has rounds. A reader that fails takes no other with it; a round that fails takes all.
 * @returns outcomes in the readers' order, and the oldest block that any of them ended with
 */
export async function runInLockstep(
  readers: readonly Reader[],
  send: (calls: readonly Call[]) => Promise<Round>,
): Promise<{ outcomes: Outcome[]; block: Block | null }> {
  const outcomes: Outcome[] = readers.map(() => ({ reason: 'it kept asking without an end' }));
  let block: Block | null = null;
  const step = (
    index: number,
    advance: () => IteratorResult<readonly Call[], Reading>,
  ): readonly Call[] | null => {
    try {
      const next = advance();
      if (!next.done) return next.value;
      outcomes[index] = { reading: next.value };
    } catch (error) {
      outcomes[index] = { reason: error instanceof Error ? error.message : String(error) };
    }
    return null;
  };

  let asking = readers.flatMap((reader, index) => {
    const calls = step(index, () => reader.next([]));
    return calls ? [{ reader, index, calls }] : [];
  });
  for (let round = 0; asking.length > 0 && round < MAX_ROUNDS; round++) {
    const answer = await send(asking.flatMap(({ calls }) => calls));
    let from = 0;
    const before = asking.length;
    asking = asking.flatMap(({ reader, index, calls }) => {
      const results = answer.results.slice(from, from + calls.length);
      from += calls.length;
      const next = step(index, () => reader.next(results));
      return next ? [{ reader, index, calls: next }] : [];
    });
    if (asking.length < before) block ??= answer.block;
  }
  return { outcomes, block };
}
