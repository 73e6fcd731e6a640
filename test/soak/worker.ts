import { vi } from 'vitest';
import { liveUntil } from '../faults/mortal';
import type { Forecast } from './forecast';

/** The worker as a start finds it: what was kept is there, what was in its memory is not. */
async function startWorker() {
  vi.resetModules();
  const { onTime, refreshWatched, paintWatched } = await import('../../src/watch/watchedRound');
  const { tellPending } = await import('../../src/watch/alerts/tell');
  const { cardNow } = await import('../../src/watch/look');
  const { alertsOfAll, historyItem } = await import('../../src/platform/storage');
  // As background.ts does at every start.
  await Promise.all([paintWatched(), tellPending()]);
  return {
    onTime,
    refreshWatched,
    cardNow,
    history: historyItem.getValue,
    pending: async () => (await alertsOfAll()).flatMap(({ state }) => state.pending),
  };
}

type Worker = Awaited<ReturnType<typeof startWorker>>;

/** Longer than a request waits before it is made once more: what waits in a dead worker must not wake in the next. */
const RETRY_MS = 600;

/**
 * The alarm rings, but the browser ends the worker at some moment of its round, or after it.
 * @param isRetrying whether requests may be made once more
 */
async function killWithin({ onTime }: Worker, moment: number, isRetrying: boolean): Promise<void> {
  const life = liveUntil(moment);
  await Promise.race([onTime(), life.died]);
  if (isRetrying) await new Promise((done) => setTimeout(done, RETRY_MS));
  life.end();
}

/** One worker after another: where the browser ends one, the next begins. */
export async function startWorkers() {
  let worker = await startWorker();
  let couldNotStore = false;
  return {
    get now(): Worker {
      return worker;
    },
    /** The alarm rings. @returns whether the worker was killed */
    async ring({ kill, isFull, conducts }: Forecast): Promise<boolean> {
      // What storage refused is in the worker's memory, and dies with it: that loss would be the browser's.
      const isSafe = !couldNotStore && !isFull;
      couldNotStore = isFull;
      if (kill === null || !isSafe) {
        await worker.onTime();
        return false;
      }
      // What was heard before its end may have been kept, and is then not asked again.
      await killWithin(worker, kill, conducts.includes('trouble'));
      worker = await startWorker();
      await worker.refreshWatched();
      return true;
    },
  };
}
