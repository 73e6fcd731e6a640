import { chainById } from '../chain/chains';
import { gasPrice, readChain } from '../chain/client';
import type { Outcome } from '../chain/lockstep';
import type { Dues, DuesOf, Purse } from '../model/purse';
import type { Rates } from '../model/rates';
import { snapshotItem } from '../platform/storage';
import { readPurse } from '../protocols/purse';
import { protocols } from '../protocols/registry';
import { keyOf } from '../view/positionCard';

/**
 * Reads what a position that is kept pays and earns, and what its wallet has to act with; nothing of it is kept.
 * @throws in words for the user, where no RPC answers or the position is gone
 */
export async function readDues({ chainId, account, key }: DuesOf): Promise<Dues> {
  const chain = chainById(chainId);
  const kept = await snapshotItem(chainId, account).getValue();
  const position = kept?.figures?.positions.find(({ market, owner }) => keyOf(market, owner) === key);
  if (!chain || !position) throw new Error('This position is no longer here.');
  const protocol = protocols.find(({ id }) => id === position.market.protocol);
  const [{ outcomes }, price] = await Promise.all([
    readChain<Purse | Rates>(chain, () => {
      const rates = protocol?.rates?.(position);
      return [readPurse(position), ...(rates ? [rates] : [])];
    }),
    gasPrice(chain).catch(() => null),
  ]);
  const [purse, rates] = outcomes;
  return { purse: told<Purse>(purse), rates: told<Rates>(rates), gasPrice: price?.toString() ?? null };
}

const told = <T>(outcome: Outcome<Purse | Rates> | undefined): T | null =>
  outcome && 'reading' in outcome ? (outcome.reading as T) : null;
