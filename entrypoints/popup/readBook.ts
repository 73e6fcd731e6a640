import { chainById, chains } from '../../src/chain/chains';
import type { Card } from '../../src/model/card';
import type { Wallet } from '../../src/model/snapshot';
import { hiddenHosts, seenItem, snapshotItem, watchedItem } from '../../src/platform/storage';
import type { Book, BookEntry } from '../../src/ui/popup/book';
import { cardOf, silentCard, worstFirst } from '../../src/view/card';

const chainName = (id: number) => chainById(id)?.name ?? `chain ${id}`;

/** What is kept, as the popup shows it. */
export async function readBook(now: number): Promise<Book> {
  const [watched, seen, hiddenOn] = await Promise.all([
    watchedItem.getValue(),
    seenItem.getValue(),
    hiddenHosts(),
  ]);
  const known = new Set(watched.map(({ address }) => address.toLowerCase()));
  const wallets = [...watched, ...seen.filter(({ address }) => !known.has(address.toLowerCase()))];
  return { wallets: await Promise.all(wallets.map((wallet) => readEntry(wallet, now))), hiddenOn };
}

async function readEntry(wallet: Wallet, now: number): Promise<BookEntry> {
  const snapshots = await Promise.all(chains.map(({ id }) => snapshotItem(id, wallet.address).getValue()));
  const cards = snapshots
    .filter((snapshot) => snapshot !== null)
    .map((snapshot) => cardOf(snapshot, { now, chainName }));
  return { wallet, card: merged(cards) ?? silentCard(wallet.address, 'Not read yet.'), busy: false };
}

/** One card over all chains: the worst one's words, everybody's positions. */
function merged(cards: Card[]): Card | undefined {
  const [worst] = cards.sort(worstFirst);
  return worst && { ...worst, positions: cards.flatMap(({ positions }) => positions) };
}
