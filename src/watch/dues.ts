import { gasPrice } from '../chain/client';
import type { Outcome } from '../chain/lockstep';
import { t } from '../i18n/t';
import type { Dues, DuesOf, Purse } from '../model/purse';
import type { Rates } from '../model/rates';
import { rpcHealthItem, snapshotItem } from '../platform/storage';
import { readPurse } from '../protocols/purse';
import { protocols } from '../protocols/registry';
import { keyOf } from '../risk/key';
import { chainNow } from './networks';
import { readRemembering } from './plainRpcs';

/**
 * Reads what a position that is kept pays and earns, and what its wallet has to act with; nothing of it is kept.
 * @throws in words for the user, where no RPC answers or the position is gone
 */
export async function readDues({ chainId, account, key }: DuesOf): Promise<Dues> {
  const chain = await chainNow(chainId);
  const kept = await snapshotItem(chainId, account).getValue();
  const position = kept?.figures?.positions.find(({ market, owner }) => keyOf(market, owner) === key);
  if (!chain || !position) throw new Error(t('position.gone'));
  const protocol = protocols.find(({ id }) => id === position.market.protocol);
  const book = rpcHealthItem(chainId);
  const readers = () => {
    const rates = protocol?.rates?.(position);
    return [readPurse(position), ...(rates ? [rates] : [])];
  };
  const [{ outcomes }, price] = await Promise.all([
    readRemembering<Purse | Rates>(chain, readers, { book }),
    gasPrice(chain, { book }).catch(() => null),
  ]);
  const [purse, rates] = outcomes;
  return { purse: told<Purse>(purse), rates: told<Rates>(rates), gasPrice: price?.toString() ?? null };
}

const told = <T>(outcome: Outcome<Purse | Rates> | undefined): T | null =>
  outcome && 'reading' in outcome ? (outcome.reading as T) : null;
