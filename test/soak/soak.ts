import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { live } from './live';
import { ZONE } from './oracle/quiet';
import { randomFrom } from './random';
import { startWorld, type World } from './world';

interface Options {
  readonly seed: number;
  readonly wallets: number;
  readonly hours: number;
  /** How many times as often as in the day things happen. */
  readonly haste?: number;
}

interface Report {
  readonly hours: number;
  readonly rounds: number;
  /** Rounds in which an RPC was heard. */
  readonly readings: number;
  /** Requests that were not answered honestly, and rounds in which something else was done, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  /** What was told, by kind. */
  readonly alerts: Readonly<Record<string, number>>;
  /** Where the product did not do what the oracle says. */
  readonly wrong: readonly string[];
  /** Megabytes in use after a collection, every hundred rounds; empty where none can be asked for. */
  readonly heap: readonly number[];
}

/** Some noon: with the seed alone a day is the same again, and within it comes midnight. */
const START = Date.UTC(2026, 9, 20, 12) / 1000;

/**
 * Lets watched wallets live for a while: prices move, owners act, a liquidator liquidates, RPCs fail and lie, the browser
 * kills the worker, refuses to store or to show, goes offline and sleeps, and the user changes what is to be told. After
 * every round what was told and what is shown is held against the oracle.
 */
export async function soak(options: Options): Promise<Report> {
  vi.spyOn(Math, 'random').mockImplementation(randomFrom(options.seed + 1));
  vi.stubEnv('TZ', ZONE);
  fakeBrowser.reset();
  const unhandled: string[] = [];
  const note = (reason: unknown) => void unhandled.push(`nobody listened: ${reason}`);
  process.on('unhandledRejection', note);
  const world = await startWorld(options.wallets, START);
  try {
    await follow(world);
    const report = await live(world, { haste: 1, ...options });
    return { ...report, wrong: [...report.wrong, ...unhandled] };
  } finally {
    await world.net.stop();
    process.off('unhandledRejection', note);
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  }
}

/** All wallets are watched, on Ethereum alone. */
const follow = ({ borrowers }: World): Promise<void> =>
  fakeBrowser.storage.local.set({
    wallets: borrowers.map(({ address }) => ({ address, watched: true, seenOn: null })),
    networks: [1],
  });
