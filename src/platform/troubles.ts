import type { Trouble } from '../model/settings';
import { storageTroubles } from './kept';
import { sendMessage } from './messages';
import { areNoticesBlocked } from './notifications';

/** What keeps Plimsoll from its work: as this window finds it, and as the worker does. */
export async function troublesNow(): Promise<Trouble[]> {
  const [blocked, ofWorker] = await Promise.all([
    areNoticesBlocked(),
    sendMessage('troubles').catch((): Trouble[] => []),
  ]);
  return [...new Set([...storageTroubles(), ...ofWorker, ...(blocked ? (['muted'] as const) : [])])];
}
