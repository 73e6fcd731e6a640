import '../i18n/withoutBrowser';
import type { Protocol } from '../model/reader';
import { protocols as registered } from '../protocols/registry';
import { BadArguments, type Request, readArguments } from './arguments';
import { inspect } from './read';
import { reportOf } from './report';
import { textOf } from './text';

/** Where a command writes: what was asked for, and what is wrong with the question. */
export interface Output {
  print(text: string): void;
  complain(text: string): void;
}

/**
 * The command "inspect" from its words to its exit code: 0 where a report was printed, whatever it says, and 2 where the
 * words make no sense.
 */
export async function main(
  words: readonly string[],
  { print, complain }: Output,
  protocols: readonly Protocol[] = registered,
): Promise<0 | 2> {
  let request: Request;
  try {
    request = readArguments(words);
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    complain(error.message);
    return 2;
  }
  const inspection = await inspect(request.address, request.chains, protocols);
  print(request.json ? JSON.stringify(reportOf(inspection), null, 2) : textOf(inspection));
  return 0;
}
