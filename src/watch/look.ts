import { chainById, chains } from '../chain/chains';
import { newestBlock } from '../chain/client';
import type { Address } from '../model/asset';
import type { Card } from '../model/card';
import type { AccountHint, Snapshot } from '../model/snapshot';
import { snapshotItem } from '../platform/storage';
import { cardOf, silentCard, worstFirst } from '../view/card';
import { formatAddress } from '../view/format';
import { refresh } from './refresh';
import { isWatched, remember, watchedAddresses } from './wallets';

/** What a lending page says, with what the browser vouches for. */
export interface Sighting {
  readonly host: string;
  readonly accounts: readonly AccountHint[];
  /** What Plimsoll cannot read on this site, as "Morpho positions"; null where it reads all. */
  readonly unread: string | null;
}

/** The network that is read; the connected one if Plimsoll knows it. */
const HOME = chains[0]?.id ?? 1;

/** Many tabs may tick at once; blocks do not come faster than this. */
const POLL_AT_MOST_EVERY_MS = 1_000;

const lastPoll = new Map<string, number>();

/** A lending page is open: the card of its account, read anew when there is a new block. */
export async function look({ host, accounts, unread }: Sighting): Promise<Card> {
  const account = await accountOf(accounts);
  if (typeof account === 'string') return silentCard(null, account);
  if (account === null) return watchedCard(unread);
  await remember(account.address, host);
  const chainId = chainById(account.chainId ?? HOME) ? (account.chainId ?? HOME) : HOME;
  await refreshIfNew(chainId, account.address);
  return cardNow(chainId, account.address, unreadHere(account.chainId, unread));
}

/** The one account to show; null for none, and where several are connected the sentence that asks to choose. */
async function accountOf(hints: readonly AccountHint[]): Promise<AccountHint | string | null> {
  const distinct = new Map(hints.map((hint) => [hint.address.toLowerCase(), hint]));
  const [only] = distinct.values();
  if (!only) return null;
  if (distinct.size === 1) return only;
  const watched: AccountHint[] = [];
  for (const hint of distinct.values()) if (await isWatched(hint.address)) watched.push(hint);
  if (watched.length === 1 && watched[0]) return watched[0];
  const names = [...distinct.values()].map(({ address }) => formatAddress(address)).join(' and ');
  return `This page shows several accounts: ${names}. Watch one of them in Plimsoll's popup to see it here.`;
}

/** Without a wallet on the page, the watched wallet that is closest to danger. */
async function watchedCard(unread: string | null): Promise<Card> {
  const watched = await watchedAddresses();
  const cards = await Promise.all(watched.map((address) => cardNow(HOME, address, unreadHere(null, unread))));
  const [worst] = cards.sort(worstFirst);
  return worst ?? silentCard(null, 'No wallet is connected on this page, and none is watched yet.');
}

async function refreshIfNew(chainId: number, account: Address): Promise<void> {
  const chain = chainById(chainId);
  if (!chain) return;
  const before = await snapshotItem(chainId, account).getValue();
  if (!before?.figures) return refresh(chainId, [account]);
  const key = `${chainId}:${account}`;
  if (Date.now() - (lastPoll.get(key) ?? 0) < POLL_AT_MOST_EVERY_MS) return;
  lastPoll.set(key, Date.now());
  // A poll that fails is left to the reading, which asks the same RPCs and keeps the reason.
  const newest = await newestBlock(chain).catch(() => null);
  if (newest === null || newest.toString() !== before.figures.block.number) await refresh(chainId, [account]);
}

export async function cardNow(chainId: number, account: Address, unread: string | null): Promise<Card> {
  const nothingYet: Snapshot = { account, chainId, figures: null, failure: null };
  const snapshot = (await snapshotItem(chainId, account).getValue()) ?? nothingYet;
  return cardOf(snapshot, { now: Date.now(), chainName, unread });
}

const chainName = (id: number): string => chainById(id)?.name ?? `chain ${id}`;

function unreadHere(chainId: number | null, unread: string | null): string | null {
  if (unread !== null) return `Plimsoll does not read ${unread} yet.`;
  if (chainId === null || chainById(chainId)) return null;
  return `The wallet is on chain ${chainId}, which Plimsoll does not read yet.`;
}
