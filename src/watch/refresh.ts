import { chainName } from '../chain/chains';
import { isOffline } from '../chain/client';
import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { Hex } from '../model/reader';
import type { Figures, Snapshot } from '../model/snapshot';
import { memoItem, snapshotItem } from '../platform/storage';
import { ageText, isExpired } from '../view/age';
import { alertOn } from './alerts/alertOn';
import { findReceipts } from './alerts/receipts';
import { tellPending } from './alerts/tell';
import { alertBlind } from './blind';
import { inTurn } from './inTurn';
import { chainNow } from './networks';
import { type Read, readAccounts } from './reading';
import { confirmed } from './second';
import { isWatched } from './wallets';

/** Reading the same accounts twice at once would show nothing new. Lost with the worker, and then nothing is under way. */
const underWay = new Map<string, Promise<void>>();

/**
 * Reads accounts on one chain, all in the same requests, and keeps what was read. Never throws: a failure is kept too,
 * beside the last good figures. Killed at any await it leaves the former snapshot whole.
 */
export async function refresh(
  chainId: number,
  accounts: readonly Address[],
  /** Of the market that an open page is about; null where there is none. */
  marketId: Hex | null = null,
): Promise<void> {
  await readQuietly(chainId, accounts, marketId);
  await tellPending();
}

/** The same on several chains at once, with one notification for all that they have to tell. */
export async function refreshAll(
  rounds: readonly { readonly id: number; readonly accounts: readonly Address[] }[],
): Promise<void> {
  await Promise.all(rounds.map(({ id, accounts }) => readQuietly(id, accounts, null)));
  await tellPending();
}

function readQuietly(chainId: number, accounts: readonly Address[], marketId: Hex | null): Promise<void> {
  const key = [chainId, ...accounts, marketId].join();
  const running =
    underWay.get(key) ?? readAndKeep(chainId, accounts, marketId).finally(() => underWay.delete(key));
  underWay.set(key, running);
  return running;
}

async function readAndKeep(
  chainId: number,
  accounts: readonly Address[],
  marketId: Hex | null,
): Promise<void> {
  const readings = await read(chainId, accounts, marketId);
  await inTurn(async () => {
    for (const [index, account] of accounts.entries()) {
      const reading = typeof readings === 'string' ? readings : readings[index];
      if (typeof reading === 'string') await keepFailure(chainId, account, reading);
      else if (reading) await keep(reading);
    }
  });
  for (const account of accounts) await findReceipts(chainId, account);
}

/** What was read, in the accounts' order, or in words why nothing was. */
async function read(
  chainId: number,
  accounts: readonly Address[],
  marketId: Hex | null,
): Promise<Read[] | string> {
  const chain = await chainNow(chainId);
  if (!chain) return t('chain.unread', { id: chainId });
  try {
    const first = await readAccounts(chain, accounts, { marketId });
    return await confirmed(chain, first, (except) => readAccounts(chain, accounts, { marketId, except }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A failure never replaces figures: it stands beside them. */
async function keepFailure(chainId: number, account: Address, reason: string): Promise<void> {
  const item = snapshotItem(chainId, account);
  const before = await item.getValue();
  const at = Date.now();
  // Offline nobody is asked, and so no silence of the chain begins.
  const since = before?.failure?.since ?? (isOffline() ? null : at);
  const failure = { at, reason, ...(since === null ? {} : { since }) };
  const after = { account, chainId, figures: before?.figures ?? null, failure };
  await item.setValue(after);
  if (await isWatched(account)) await alertBlind(after, failure).catch(() => undefined);
}

/** A late answer never replaces a newer one. */
async function keep({ figures, memos }: Read): Promise<void> {
  const { account, chainId } = figures;
  const item = snapshotItem(chainId, account);
  const before = await item.getValue();
  if (isOlder(figures, before)) return keepOlder(before);
  await memoItem(chainId, account).setValue(memos);
  if (standsStill(figures, before)) return keepStandstill(figures, before);
  // Before the reading is kept: killed in between, the next one still sees what changed since the last.
  if (await isWatched(account)) await alertOn(figures, before?.figures ?? null).catch(() => undefined);
  await item.setValue({ account, chainId, figures, failure: null });
}

/** A network that makes no blocks, as when its sequencer is down, answers and still tells nothing of now. */
const standsStill = ({ block: { number, timestamp } }: Figures, before: Snapshot | null): boolean =>
  before?.figures?.block.number === number &&
  before.figures.block.timestamp === timestamp &&
  isExpired(timestamp, Date.now());

async function keepStandstill(figures: Figures, before: Snapshot | null): Promise<void> {
  const { account, chainId } = figures;
  const failure = before?.failure ?? null;
  await snapshotItem(chainId, account).setValue({ account, chainId, figures, failure });
  await keepFailure(chainId, account, standstillWords(figures));
}

/** RPCs that have fallen behind what is known say nothing of now either, once that is too old to be shown. */
async function keepOlder(before: Snapshot | null): Promise<void> {
  const figures = before?.figures;
  if (figures && isExpired(figures.block.timestamp, Date.now()))
    await keepFailure(figures.chainId, figures.account, standstillWords(figures));
}

const standstillWords = ({ chainId, block }: Figures): string =>
  t('chain.standstill', { chain: chainName(chainId), age: ageText(block.timestamp, Date.now()) });

const isOlder = (figures: Figures, before: Snapshot | null): boolean =>
  before?.figures != null && figures.block.timestamp < before.figures.block.timestamp;
