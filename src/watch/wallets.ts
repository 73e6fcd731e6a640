import { chains } from '../chain/chains';
import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { WalletChange } from '../model/settings';
import type { Wallet } from '../model/snapshot';
import { forget, seenItem, watchedItem } from '../platform/storage';

/** A page may show as many addresses as it likes; so many are remembered. */
const MAX_SEEN = 5;
const MAX_WATCHED = 100;

const same = (a: Address, b: Address): boolean => a.toLowerCase() === b.toLowerCase();

export const watchedAddresses = async (): Promise<Address[]> =>
  (await watchedItem.getValue()).map(({ address }) => address);

export const isWatched = async (address: Address): Promise<boolean> =>
  (await watchedAddresses()).some((each) => same(each, address));

/** A page has shown this address. It is offered in the popup, and followed only when the user says so. */
export async function remember(address: Address, host: string): Promise<void> {
  if (await isWatched(address)) return;
  const seen = await seenItem.getValue();
  if (seen[0] && same(seen[0].address, address) && seen[0].seenOn === host) return;
  const next = [
    { address, watched: false, seenOn: host, label: '', chains: null },
    ...seen.filter((each) => !same(each.address, address)),
  ];
  await seenItem.setValue(next.slice(0, MAX_SEEN));
  for (const { address: old } of next.slice(MAX_SEEN)) await forgetEverywhere(old);
}

/** @throws in the user's words where there are too many */
export async function watch(address: Address): Promise<void> {
  const seen = await seenItem.getValue();
  const seenOn = seen.find((each) => same(each.address, address))?.seenOn ?? null;
  const wallet: Wallet = { address, watched: true, seenOn, label: '', chains: null };
  await watchedItem.update((watched) => {
    if (watched.some((each) => same(each.address, address))) return watched;
    if (watched.length >= MAX_WATCHED) throw new Error(t('wallets.most', { most: MAX_WATCHED }));
    return [...watched, wallet];
  });
  await seenItem.setValue(seen.filter((each) => !same(each.address, address)));
}

export async function unwatch(address: Address): Promise<void> {
  await watchedItem.update((watched) => watched.filter((each) => !same(each.address, address)));
  await forgetEverywhere(address);
}

/** Names a watched wallet, and chooses where it is read. What was read of it elsewhere is forgotten. */
export async function changeWallet({ address, ...change }: WalletChange): Promise<void> {
  await watchedItem.update((watched) =>
    watched.map((each) => (same(each.address, address) ? { ...each, ...change } : each)),
  );
  for (const { id } of chains) if (change.chains?.includes(id) === false) await forget(id, address);
}

async function forgetEverywhere(address: Address): Promise<void> {
  for (const { id } of chains) await forget(id, address);
}
