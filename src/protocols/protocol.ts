import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { Market, Position } from '../model/position';
import type { Rates } from '../model/rates';
import type { Inquiry, Memo, Protocol, Reader, ReceiptLogs } from '../model/reader';

/** What a protocol's own reader is handed: one of its markets, with all that it knows of it. */
type ReadOne<M extends Market> = (market: M, owner: Address, memo: Memo | null) => Reader;

/** Likewise what one of its positions pays and earns. */
type RatesOf<M extends Market, P extends Position> = (market: M, position: P) => Inquiry<Rates>;

/** What not every protocol has. */
interface More<M extends Market, P extends Position> {
  readonly receipts?: ReceiptLogs;
  readonly rates?: RatesOf<M, P>;
}

/** A protocol as the registry wants it, from its markets, the reader of one of them, and the app in which owners act. */
export const protocolOf = <M extends Market, P extends Position>(
  id: string,
  name: string,
  app: string,
  markets: readonly M[],
  read: ReadOne<M>,
  { receipts, rates }: More<M, P> = {},
): Protocol => {
  function own(market: Market): M {
    const found = markets.find(
      ({ address, chainId }) => address === market.address && chainId === market.chainId,
    );
    if (!found) throw new Error(t('read.otherMarket', { market: market.name, protocol: name }));
    return { ...found, app };
  }
  return {
    id,
    name,
    markets,
    read: (market, owner, memo) => read(own(market), owner, memo),
    ...(receipts && { receipts }),
    ...(rates && { rates: (position) => rates(own(position.market), position as P) }),
  };
};
