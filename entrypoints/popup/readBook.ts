import { chainName, chains } from '../../src/chain/chains';
import { t } from '../../src/i18n/t';
import type { Wallet } from '../../src/model/snapshot';
import {
  hiddenHosts,
  historyItem,
  schemeItem,
  seenItem,
  snapshotItem,
  watchedItem,
} from '../../src/platform/storage';
import type { Book, BookEntry } from '../../src/ui/popup/book';
import { cardOfChains, silentCard } from '../../src/view/card';
import { keyOf } from '../../src/view/positionCard';
import { enabledChains } from '../../src/watch/networks';
import { readForms } from './forms';

/** What is kept, as the popup shows it. */
export async function readBook(now: number): Promise<Book> {
  const [watched, seen, hiddenOn, enabled, scheme, history, forms] = await Promise.all([
    watchedItem.getValue(),
    seenItem.getValue(),
    hiddenHosts(),
    enabledChains(),
    schemeItem.getValue(),
    historyItem.getValue(),
    readForms(),
  ]);
  const ids = enabled.map(({ id }) => id);
  const known = new Set(watched.map(({ address }) => address.toLowerCase()));
  const wallets = [...watched, ...seen.filter(({ address }) => !known.has(address.toLowerCase()))];
  return {
    wallets: await Promise.all(wallets.map((wallet) => readEntry(wallet, ids, now))),
    hiddenOn,
    scheme,
    history,
    forms,
    networks: chains.map(({ id, name }) => ({ id, name, on: ids.includes(id) })),
  };
}

async function readEntry(wallet: Wallet, chainIds: readonly number[], now: number): Promise<BookEntry> {
  const kept = await Promise.all(chainIds.map((id) => snapshotItem(id, wallet.address).getValue()));
  const snapshots = kept.filter((snapshot) => snapshot !== null);
  const card = cardOfChains(snapshots, { now, chainName }) ?? silentCard(wallet.address, t('card.notRead'));
  const read = snapshots.flatMap(({ figures }) => {
    if (!figures) return [];
    const { block, rpc, positions, oracles = {} } = figures;
    return positions.map((position) => ({
      key: keyOf(position.market, position.owner),
      position,
      block,
      rpc,
      oracles,
    }));
  });
  return { wallet, card, busy: false, read };
}
