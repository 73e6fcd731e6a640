import { type Chain, chainById, chainName } from '../chain/chains';
import { isOffline, newestBlock } from '../chain/client';
import { newestHead } from '../chain/heads';
import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { Card } from '../model/card';
import type { Hex } from '../model/reader';
import type { AccountHint, PageHint } from '../model/snapshot';
import { rpcHealthItem, snapshotItem } from '../platform/storage';
import { cardOfChains, silentCard, worstFirst } from '../view/card';
import { formatAddress } from '../view/format';
import { withGap } from '../view/searching';
import { currentChoices } from './choices';
import { chainsOf } from './networks';
import { refresh } from './refresh';
import { searchFurther, searchGap } from './search';
import { isWatched, remember, watchedAddresses } from './wallets';

/** What a lending page says, with what the browser vouches for. */
export interface Sighting extends PageHint {
  readonly host: string;
  /** What Plimsoll cannot read on this site, as "Morpho positions"; null where it reads all. */
  readonly unread: string | null;
  /** The protocol whose search for the owner's markets matters there; null for none. */
  readonly searched: string | null;
}

/** Many tabs may tick at once; they are not worth more requests than this. */
const POLL_AT_MOST_EVERY_MS = 1_000;

/** The networks that the page is not on are read as often as the alarm reads them. */
const OTHERS_EVERY_MS = 60_000;

const PATIENCE_MS = 2_000;

const lastPoll = new Map<string, number>();

/**
 * The newest block that was seen when a reading began. Not the reading's own number: on Arbitrum contracts are told the
 * number of Ethereum's block (docs.arbitrum.io, "Block numbers and time").
 */
const lastBlock = new Map<string, string>();

/** A lending page is open: the card of its account, read anew when there is a new block. */
export async function look({ host, accounts, market, unread, searched }: Sighting): Promise<Card> {
  const account = await accountOf(accounts);
  if (typeof account === 'string') return silentCard(null, account);
  if (account === null) return watchedCard(unread);
  await remember(account.address, host);
  const enabled = await chainsOf(account.address);
  const here = enabled.find(({ id }) => id === account.chainId) ?? enabled[0];
  if (here) await refreshIfNew(here, account.address, market);
  if (here) void searchFurther(here.id, [account.address]);
  // The connected network comes first; the others' positions appear as they come.
  for (const chain of enabled) if (chain !== here) void refreshIfOld(chain, account.address, market);
  const gap = here && searched ? await searchGap(here, account.address, searched) : null;
  return withGap(await cardNow(account.address, unreadHere(account.chainId, enabled, unread)), gap);
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
  const names = [...distinct.values()]
    .map(({ address }) => formatAddress(address))
    .join(t('list.conjunction'));
  return t('look.several', { accounts: names });
}

/** Without a wallet on the page, the watched wallet that is closest to danger. */
async function watchedCard(unread: string | null): Promise<Card> {
  const watched = await watchedAddresses();
  const about = unread === null ? null : unreadWords(unread);
  const cards = await Promise.all(watched.map((address) => cardNow(address, about)));
  const [worst] = cards.sort(worstFirst);
  return worst ?? silentCard(null, t('look.nobody'));
}

async function refreshIfNew(chain: Chain, account: Address, market: Hex | null): Promise<void> {
  const key = `${chain.id}:${account}:${market}`;
  const before = await snapshotItem(chain.id, account).getValue();
  if (!before?.figures) return soon(refresh(chain.id, [account], market));
  if (Date.now() - (lastPoll.get(key) ?? 0) < POLL_AT_MOST_EVERY_MS || isOffline()) return;
  lastPoll.set(key, Date.now());
  const told = newestHead(chain);
  // A poll that fails is left to the reading, which asks the same RPCs and keeps the reason.
  const asked = () => newestBlock(chain, { book: rpcHealthItem(chain.id) }).catch(() => null);
  const newest = (told?.number ?? (await asked()))?.toString() ?? null;
  // What was kept may have been read without this page's market.
  const read = lastBlock.get(key) ?? (market === null ? before.figures.block.number : null);
  if (newest !== null && newest === read) return;
  if (newest !== null) lastBlock.set(key, newest);
  await refresh(chain.id, [account], market);
  if (told === null) return;
  // A socket may know of a block before the endpoint that is read, which is then asked again at the next look.
  const after = await snapshotItem(chain.id, account).getValue();
  if ((after?.figures?.block.timestamp ?? 0) < told.time) lastBlock.delete(key);
}

/** Waits for a first reading, but not so long that the page would stay without a word: the next look shows the rest. */
const soon = (reading: Promise<void>): Promise<void> =>
  Promise.race([reading, new Promise<void>((done) => setTimeout(done, PATIENCE_MS))]);

async function refreshIfOld(chain: Chain, account: Address, market: Hex | null): Promise<void> {
  const key = `${chain.id}:${account}`;
  const before = await snapshotItem(chain.id, account).getValue();
  if (before && Date.now() - (lastPoll.get(key) ?? 0) < OTHERS_EVERY_MS) return;
  lastPoll.set(key, Date.now());
  await refresh(chain.id, [account], market);
  await searchFurther(chain.id, [account]);
}

/** What is kept of an account on the networks that are read; those never read yet are left out. */
export async function cardNow(account: Address, unread: string | null): Promise<Card> {
  const enabled = await chainsOf(account);
  const kept = await Promise.all(enabled.map(({ id }) => snapshotItem(id, account).getValue()));
  const snapshots = kept.filter((snapshot) => snapshot !== null);
  return (
    cardOfChains(snapshots, { now: Date.now(), chainName, unread, levels: await currentChoices() }) ??
    silentCard(account, t('card.reading'))
  );
}

function unreadHere(chainId: number | null, enabled: readonly Chain[], unread: string | null): string | null {
  if (unread !== null) return unreadWords(unread);
  if (chainId === null || enabled.some(({ id }) => id === chainId)) return null;
  return chainById(chainId)
    ? t('look.turnedOff', { chain: chainName(chainId) })
    : t('look.unknownChain', { id: chainId });
}

/** The site's own words for what is not read there are a code: src/page knows no language. */
const unreadWords = (unread: string): string =>
  t('look.unread', {
    what: unread === 'positions held in its smart wallets' ? t('look.smartWallets') : unread,
  });
