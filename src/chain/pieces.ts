import type { Call } from '../model/reader';
import { TooMuch } from './errors';
import { keyOf, type Round } from './multicall';

/** A reader's questions of one round. They stay together, so that a reading is never of two blocks. */
export interface Asking {
  readonly calls: readonly Call[];
}

/**
 * bor and others refuse a request or an answer near 100,000 bytes. In the plain form an answer is about as long as its
 * question, in the packed one a twentieth.
 */
const MAX_BYTES = 90_000;

/** Around 20,000 gas a call, and public nodes stop an eth_call at ten million at the least. */
const MAX_CALLS = 400;

/** An inner call costs its data, rounded up to words, and five words around it. */
const bytesOf = ({ data }: Call): number => Math.ceil((data.length - 2) / 64) * 32 + 160;

/** Asks in as few requests as the limits allow, usually one. */
export async function askInPieces<T extends Asking>(
  asking: readonly T[],
  send: (calls: readonly Call[]) => Promise<Round>,
): Promise<{ readonly asked: T; readonly answer: Round | TooMuch }[]> {
  const answers = [];
  for (const piece of piecesOf(asking)) answers.push(...(await askHalving(piece, send)));
  const [first] = answers;
  // Where everything is too much, it is the RPC that is at fault.
  if (first?.answer instanceof TooMuch && answers.every(({ answer }) => answer instanceof TooMuch))
    throw first.answer;
  return answers;
}

/** Calls that say the same are asked once: wallets in the same markets share what is asked of those. */
function piecesOf<T extends Asking>(asking: readonly T[]): T[][] {
  const pieces: T[][] = [];
  let bytes = new Map<string, number>();
  for (const each of asking) {
    const own = each.calls.map((call): [string, number] => [keyOf(call), bytesOf(call)]);
    const together = new Map([...bytes, ...own]);
    const isNew = pieces.length === 0 || !fits(together);
    if (isNew) pieces.push([]);
    bytes = isNew ? new Map(own) : together;
    pieces.at(-1)?.push(each);
  }
  return pieces;
}

const fits = (bytes: ReadonlyMap<string, number>): boolean =>
  bytes.size <= MAX_CALLS && [...bytes.values()].reduce((sum, each) => sum + each, 0) <= MAX_BYTES;

/** What is too much for the node is asked in halves, down to one reader, whose own trouble it then is. */
async function askHalving<T extends Asking>(
  piece: readonly T[],
  send: (calls: readonly Call[]) => Promise<Round>,
): Promise<{ readonly asked: T; readonly answer: Round | TooMuch }[]> {
  try {
    const { results, ...round } = await send(piece.flatMap(({ calls }) => calls));
    let from = 0;
    return piece.map((asked) => {
      const own = results.slice(from, from + asked.calls.length);
      from += asked.calls.length;
      return { asked, answer: { ...round, results: own } };
    });
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    const [only] = piece;
    if (piece.length === 1 && only) return [{ asked: only, answer: error }];
    const half = Math.ceil(piece.length / 2);
    return [
      ...(await askHalving(piece.slice(0, half), send)),
      ...(await askHalving(piece.slice(half), send)),
    ];
  }
}
