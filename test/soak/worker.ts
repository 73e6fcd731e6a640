import { vi } from 'vitest';
import { liveUntil } from '../faults/mortal';

/** The worker as a start finds it: what was kept is there, what was in its memory is not. */
export async function startWorker() {
  vi.resetModules();
  const { onTime, refreshWatched, paintWatched } = await import('../../src/watch/watchedRound');
  const { tellPending } = await import('../../src/watch/alerts/tell');
  const { cardNow } = await import('../../src/watch/look');
  const { historyItem } = await import('../../src/platform/storage');
  // As background.ts does at every start.
  await Promise.all([paintWatched(), tellPending()]);
  return { onTime, refreshWatched, cardNow, history: historyItem.getValue };
}

type Worker = Awaited<ReturnType<typeof startWorker>>;

/** Longer than a request waits before it is made once more: what waits in a dead worker must not wake in the next. */
const RETRY_MS = 600;

/**
 * The alarm rings, but the browser ends the worker at some moment of its round, or after it.
 * @param isRetrying whether requests may be made once more
 */
export async function killWithin({ onTime }: Worker, moment: number, isRetrying: boolean): Promise<void> {
  const life = liveUntil(moment);
  await Promise.race([onTime(), life.died]);
  if (isRetrying) await new Promise((done) => setTimeout(done, RETRY_MS));
  life.end();
}
