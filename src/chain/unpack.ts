import { t } from '../i18n/t';
import type { Hex, Result } from '../model/reader';
import { RpcError } from './errors';

/** The packed form begins with its number; the ABI form of a list can only begin with a zero. */
const FORM = '0x01';

/** In place of a size: the largest number there is, which contracts say where there is no limit. */
const MOST = 33;

export const isPacked = (reply: Hex): boolean => reply.startsWith(FORM);

/**
 * Reads what packer.ts wrote. Of each call two bytes say whether it went through (the highest bit) and how long its answer
 * is. Of each whole word of the answer follow one byte with the number of its significant bytes, and these; then the
 * bytes that are no whole word as they are. Every reply has one meaning and every meaning one reply, and what is read is
 * at most 32 times as long.
 * @throws RpcError where anything is missing, left over, or longer than it need be
 */
export function unpack(reply: Hex, count: number): Result[] {
  const digits = reply.toLowerCase();
  let at = FORM.length;
  const take = (bytes: number): string => {
    const from = at;
    at += 2 * bytes;
    if (at > digits.length) throw new RpcError(t('rpc.endsEarly'));
    return digits.slice(from, at);
  };
  const number = (bytes: number): number => Number.parseInt(take(bytes), 16);

  const word = (): string => {
    const size = number(1);
    if (size === MOST) return 'f'.repeat(64);
    const significant = take(size);
    if (size > MOST || significant.startsWith('00') || significant === 'f'.repeat(64))
      throw new RpcError(t('rpc.unknownWord'));
    return significant.padStart(64, '0');
  };
  const results: Result[] = [];
  while (results.length < count) {
    const head = number(2);
    const size = head & 0x7fff;
    let data: Hex = '0x';
    for (let words = size >> 5; words > 0; words--) data += word();
    results.push({ ok: head > 0x7fff, data: `${data}${take(size & 31)}` as Hex });
  }
  if (at !== digits.length) throw new RpcError(t('rpc.goesOn'));
  return results;
}
