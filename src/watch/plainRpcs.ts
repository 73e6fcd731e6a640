import type { Chain } from '../chain/chains';
import { type Asking, type ChainReading, readChain } from '../chain/client';
import type { Inquiry } from '../model/reader';
import { plainRpcsItem } from '../platform/storage';

/**
 * Reads a chain, and keeps which of its RPCs give no packed answers: the worker seldom lives from one reading to the
 * next, and a warm reading would otherwise cost them two requests every time.
 * @throws ChainUnreachable, Offline
 */
export async function readRemembering<T>(
  chain: Chain,
  makeReaders: () => Inquiry<T>[],
  asking: Asking,
): Promise<ChainReading<T>> {
  const item = plainRpcsItem(chain.id);
  const known = await item.getValue();
  const plain = new Set(known);
  try {
    return await readChain(chain, makeReaders, { ...asking, plain });
  } finally {
    if (plain.size > known.length) await item.setValue([...plain]);
  }
}
