import { t } from '../i18n/t';
import type { Block } from '../model/position';
import type { Call, Inquiry, Reading, Result } from '../model/reader';
import { TooMuch } from './errors';
import type { Round } from './multicall';
import { askInPieces } from './pieces';

/** A reader's end: what it read, or in the user's words why it could not. */
export type Outcome<T = Reading> = { readonly reading: T } | { readonly reason: string };

/** Readers that never end would ask for ever; none needs more than four rounds. */
const MAX_ROUNDS = 6;

interface Running<T> {
  readonly reader: Inquiry<T>;
  readonly index: number;
  readonly calls: readonly Call[];
}

/**
 * Runs readers side by side: the calls of all that still ask go out as one round, so a chain costs as many requests as
 * its most curious reader has rounds. A reader that fails takes no other with it; an RPC that fails takes all.
 * @returns outcomes in the readers' order, and the oldest block that any of them ended with; null if nobody was heard
 */
export async function runInLockstep<T>(
  readers: readonly Inquiry<T>[],
  send: (calls: readonly Call[]) => Promise<Round>,
): Promise<{ outcomes: Outcome<T>[]; block: Block | null }> {
  const outcomes: Outcome<T>[] = readers.map(() => ({ reason: t('chain.endless') }));
  let block: Block | null = null;

  const step = (reader: Inquiry<T>, index: number, results: readonly Result[]): Running<T>[] => {
    try {
      const next = reader.next(results);
      if (!next.done) return [{ reader, index, calls: next.value }];
      outcomes[index] = { reading: next.value };
    } catch (error) {
      outcomes[index] = { reason: error instanceof Error ? error.message : String(error) };
    }
    return [];
  };

  let running = readers.flatMap((reader, index) => step(reader, index, []));
  for (let round = 0; running.length > 0 && round < MAX_ROUNDS; round++) {
    const answers = await askInPieces(running, send);
    running = answers.flatMap(({ asked, answer }) => {
      if (answer instanceof TooMuch) {
        outcomes[asked.index] = { reason: t('chain.failed', { reason: answer.message }) };
        return [];
      }
      const next = step(asked.reader, asked.index, answer.results);
      if (next.length === 0) block = older(block, answer.block);
      return next;
    });
  }
  return { outcomes, block };
}

const older = (one: Block | null, other: Block): Block =>
  one !== null && one.timestamp <= other.timestamp ? one : other;
