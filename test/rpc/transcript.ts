import { MULTICALL3, packRound } from '../../src/chain/multicall';
import type { Call, Hex, Reader, Reading, Result } from '../../src/model/reader';
import type { LocalClient } from '../localnet/client';
import { answerCall, type Recording } from '../replay/recording';

/** What a chain answered to a reader, by call: it can be answered again, with a word of it altered. */
export interface Transcript {
  readonly start: () => Reader;
  readonly answers: ReadonlyMap<string, Result>;
}

/** As many rounds as the worker allows a reader. */
const MAX_ROUNDS = 6;

const keyOf = ({ to, data }: Call): string => `${to}:${data}`.toLowerCase();

type Send = (calls: readonly Call[]) => Promise<readonly Result[]>;

export const fromChain =
  (client: LocalClient): Send =>
  async (calls) => {
    const { data, unpack } = packRound(calls);
    return unpack((await client.call({ to: MULTICALL3, data })).data ?? '0x').results;
  };

export const fromRecording =
  (recording: Recording): Send =>
  (calls) =>
    Promise.resolve(calls.map((call) => answerCall(recording, call)));

export async function transcriptOf(start: () => Reader, send: Send): Promise<Transcript> {
  const answers = new Map<string, Result>();
  const reader = start();
  let step = reader.next([]);
  while (!step.done) {
    const results = await send(step.value);
    for (const [place, call] of step.value.entries()) answers.set(keyOf(call), results[place]!);
    step = reader.next(results);
  }
  return { start, answers };
}

/** The reader on these answers; what nobody was asked for has nothing deployed at it. @throws what the reader says */
export function replayed({ start, answers }: Transcript): Reading {
  const reader = start();
  let step = reader.next([]);
  for (let round = 0; !step.done && round < MAX_ROUNDS; round++) {
    step = reader.next(step.value.map((call) => answers.get(keyOf(call)) ?? { ok: true, data: '0x' }));
  }
  if (!step.done) throw new Error('It kept asking without an end.');
  return step.value;
}

/** Where each 32-byte word of the answers stands. */
export const wordsOf = ({ answers }: Transcript): { readonly key: string; readonly word: number }[] =>
  [...answers].flatMap(([key, { data }]) =>
    Array.from({ length: Math.floor((data.length - 2) / 64) }, (_, word) => ({ key, word })),
  );

export function withWord(transcript: Transcript, key: string, word: number, value: bigint): Transcript {
  const { ok, data } = transcript.answers.get(key)!;
  const at = 2 + word * 64;
  const altered = `${data.slice(0, at)}${value.toString(16).padStart(64, '0')}${data.slice(at + 64)}` as Hex;
  return { ...transcript, answers: new Map(transcript.answers).set(key, { ok, data: altered }) };
}
