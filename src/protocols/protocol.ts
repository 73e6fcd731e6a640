import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { Market } from '../model/position';
import type { Memo, Protocol, Reader, ReceiptLogs } from '../model/reader';

/** What a protocol's own reader is handed: one of its markets, with all that it knows of it. */
type ReadOne<M extends Market> = (market: M, owner: Address, memo: Memo | null) => Reader;

/** A protocol as the registry wants it, from its markets, the reader of one of them, and the app in which owners act. */
export const protocolOf = <M extends Market>(
  id: string,
  name: string,
  app: string,
  markets: readonly M[],
  read: ReadOne<M>,
  receipts?: ReceiptLogs,
): Protocol => ({
  id,
  name,
  markets,
  ...(receipts ? { receipts } : {}),
  read(market, owner, memo) {
    const own = markets.find(
      ({ address, chainId }) => address === market.address && chainId === market.chainId,
    );
    if (!own) throw new Error(t('read.otherMarket', { market: market.name, protocol: name }));
    return read({ ...own, app }, owner, memo);
  },
});
