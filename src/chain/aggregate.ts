import type { Address } from '../model/asset';
import type { Hex } from '../model/reader';
import { TooMuch } from './errors';
import { MULTICALL3 } from './multicall';
import { PACKER } from './packer';
import type { Rpc } from './transport';

/** In place of Multicall3's code for this one eth_call. A node that ignores it answers as Multicall3 does. */
const PACKED = { [MULTICALL3]: { code: PACKER } };

/**
 * Sends rounds to one RPC, for a short answer at first. Nodes that let no code be replaced say so with any error, as they
 * do to what is too much for them; so the first error is answered by asking in the plain form. Where that is answered,
 * the RPC is asked in it from then on; where not, it was too much in both forms, and for this reading stays the plain.
 * A chain with Multicall3 elsewhere is asked in the plain form only: it may run another machine's code (zkSync, Abstract).
 * @param plain hosts that are asked in the plain form; one that turns out to need it is added
 */
export function aggregateAt(
  rpc: Rpc,
  host: string,
  plain: Set<string>,
  to: Address = MULTICALL3,
): (data: Hex) => Promise<Hex> {
  let packs: 'perhaps' | 'yes' | 'no' = plain.has(host) || to !== MULTICALL3 ? 'no' : 'perhaps';
  return async (data) => {
    const ask = (...override: object[]) => rpc.request('eth_call', [{ to, data }, 'latest', ...override]);
    if (packs === 'no') return ask();
    try {
      const reply = await ask(PACKED);
      packs = 'yes';
      return reply;
    } catch (error) {
      if (packs === 'yes' || !(error instanceof TooMuch)) throw error;
      packs = 'no';
    }
    const reply = await ask();
    plain.add(host);
    return reply;
  };
}
