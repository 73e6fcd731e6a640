import { chainName } from '../chain/chains';
import { isOffline } from '../chain/client';
import type { Failure, Snapshot } from '../model/snapshot';
import { alertsItem } from '../platform/storage';
import { blindText } from '../view/alertText';
import { withNew } from './alerts/alertOn';
import { isQuietNow } from './alerts/round';
import { currentChoices } from './choices';

/** RPCs fail for minutes at a time; a quarter of an hour is long for a price. */
const BLIND_AFTER_MS = 15 * 60_000;

/** Writes down to tell the user, once, that a watched account with a debt can no longer be read: silence must not look like calm. */
export async function alertBlind({ account, chainId, figures }: Snapshot, failure: Failure): Promise<void> {
  const { at, since = at, reason } = failure;
  const owes = figures?.positions.some(({ debt }) => debt.length > 0) ?? false;
  // Offline the user knows.
  if (!owes || at - since < BLIND_AFTER_MS || isOffline()) return;
  const item = alertsItem(chainId, account);
  const before = await item.getValue();
  if (before.blind || isQuietNow(await currentChoices())) return;
  const id = `blind:${chainId}:${account}`;
  const notice = {
    id,
    level: 'unknown',
    at: Math.floor(at / 1000),
    ...blindText(account, chainName(chainId), since, reason),
  } as const;
  await item.setValue({ ...before, pending: withNew(before.pending, [notice]), blind: true });
}
