import { chainName, chains } from '../../src/chain/chains';
import { t } from '../../src/i18n/t';
import type { LevelChoices } from '../../src/model/settings';
import type { Wallet } from '../../src/model/snapshot';
import {
  historyItem,
  schemeItem,
  seenItem,
  snapshotItem,
  snoozesItem,
  watchedItem,
} from '../../src/platform/storage';
import { troublesNow } from '../../src/platform/troubles';
import { keyOf } from '../../src/risk/key';
import type { Book, BookEntry } from '../../src/ui/popup/book';
import { cardOfChains, silentCard } from '../../src/view/card';
import { currentChoices } from '../../src/watch/choices';
import { enabledChains } from '../../src/watch/networks';
import { readForms } from './forms';

/** What is kept, as the popup shows it. */
export async function readBook(now: number): Promise<Book> {
  const [watched, seen, enabled, scheme, history, choices, snoozes, forms] = await Promise.all([
    watchedItem.getValue(),
    seenItem.getValue(),
    enabledChains(),
    schemeItem.getValue(),
    historyItem.getValue(),
    currentChoices(),
    snoozesItem.getValue(),
    readForms(),
  ]);
  const ids = enabled.map(({ id }) => id);
  const known = new Set(watched.map(({ address }) => address.toLowerCase()));
  const wallets = [...watched, ...seen.filter(({ address }) => !known.has(address.toLowerCase()))];
  return {
    wallets: await Promise.all(
      wallets.map((wallet) =>
        readEntry(
          wallet,
          wallet.chains ? ids.filter((id) => wallet.chains?.includes(id)) : ids,
          now,
          choices,
        ),
      ),
    ),
    scheme,
    history,
    choices,
    snoozes,
    forms,
    troubles: await troublesNow(),
    networks: chains.map(({ id, name }) => ({ id, name, on: ids.includes(id) })),
  };
}

async function readEntry(
  wallet: Wallet,
  chainIds: readonly number[],
  now: number,
  levels: LevelChoices,
): Promise<BookEntry> {
  const kept = await Promise.all(chainIds.map((id) => snapshotItem(id, wallet.address).getValue()));
  const snapshots = kept.filter((snapshot) => snapshot !== null);
  const card =
    cardOfChains(snapshots, { now, chainName, levels }) ?? silentCard(wallet.address, t('card.notRead'));
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
