import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';

type Method = (...given: never[]) => unknown;

/** Every door through which the worker reaches the world outside itself. */
function doors(): [Record<string, Method>, readonly string[]][] {
  const { storage, alarms, notifications, action } = fakeBrowser;
  return [
    [storage.local, ['get', 'set', 'remove']],
    [storage.session, ['get', 'set', 'remove']],
    [alarms, ['get', 'create', 'clear']],
    [notifications, ['create', 'clear']],
    [action, ['setBadgeText', 'setBadgeBackgroundColor', 'setTitle', 'setIcon']],
    [globalThis, ['fetch']],
  ] as unknown as [Record<string, Method>, readonly string[]][];
}

/** Nobody is left whom the answer could reach. */
const never = () => new Promise<never>(() => undefined);

export interface Life {
  /** How many moments there were at which the worker could have been killed. */
  readonly moments: number;
  end(): void;
}

/**
 * Lets the worker live until one moment and not beyond. Between two moments it runs without a pause, so these are all:
 * one before each call to the browser or to an RPC takes effect, and one after, before its answer arrives.
 */
export function liveUntil(last: number): Life & { readonly died: Promise<void> } {
  let moments = 0;
  let die: () => void = never;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  const isAlive = () => {
    moments += 1;
    if (moments <= last) return true;
    die();
    return false;
  };
  const restore: (() => void)[] = [];
  for (const [owner, names] of doors()) {
    for (const name of names) {
      const real = owner[name];
      if (typeof real !== 'function') continue;
      owner[name] = async (...given: never[]) => {
        if (!isAlive()) return never();
        const answer = await real.apply(owner, given);
        return isAlive() ? answer : never();
      };
      restore.push(() => {
        owner[name] = real;
      });
    }
  }
  return {
    get moments() {
      return moments;
    },
    died,
    end: () => {
      for (const put of restore) put();
    },
  };
}

/** The worker as a start finds it: what was kept is there, what was in its memory is not. */
export async function newWorker() {
  vi.resetModules();
  const { refreshWatched, paintWatched } = await import('../../src/watch/watchedRound');
  const { tellPending } = await import('../../src/watch/alerts/tell');
  return { refreshWatched, paintWatched, tellPending };
}
