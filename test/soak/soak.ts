import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { usualChoices } from '../../src/risk/choices';
import { ethereumHosts } from '../support/rpcHosts';
import { Audit } from './audit';
import { browserBorder } from './browserBorder';
import { type Forecast, forecasts, isCalm, kindsOf } from './forecast';
import type { Word } from './oracle';
import { pricesFrom } from './prices';
import { randomFrom } from './random';
import { answers, type Conduct, restAfter, type Tale, weatherOver } from './weather';
import { killWithin, startWorker } from './worker';
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

const HEAP_EVERY = 100;

/**
 * Lets watched wallets live for a while: prices move, owners act, a liquidator liquidates, RPCs fail and lie, the browser
 * kills the worker, refuses to store or to show, goes offline and sleeps. After every round what was told and what is
 * shown is held against the oracle.
 */
export async function soak(options: Options): Promise<Report> {
  vi.spyOn(Math, 'random').mockImplementation(randomFrom(options.seed + 1));
  fakeBrowser.reset();
  const unhandled: string[] = [];
  const note = (reason: unknown) => void unhandled.push(`nobody listened: ${reason}`);
  process.on('unhandledRejection', note);
  const world = await startWorld(options.wallets, Math.floor(Date.now() / 1000) - 30 * 86_400);
  try {
    await follow(world);
    const report = await live(world, randomFrom(options.seed), options);
    return { ...report, wrong: [...report.wrong, ...unhandled] };
  } finally {
    await world.net.stop();
    process.off('unhandledRejection', note);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  }
}

/** Every kind of alert but fast drops and feeds, which have no short rule; of openings and terms none is to come. */
const follow = ({ borrowers }: World): Promise<void> =>
  fakeBrowser.storage.local.set({
    wallets: borrowers.map(({ address }) => ({ address, watched: true, seenOn: null })),
    networks: [1],
    alertChoices: {
      ...usualChoices,
      ...{ fastDrop: null, oracles: false },
      ownLevels: Object.fromEntries(borrowers.flatMap(({ key, own }) => (own ? [[key, own]] : []))),
    },
  });

async function live(world: World, random: () => number, { hours, haste = 1 }: Options): Promise<Report> {
  const { client } = world.net;
  const weather = weatherOver(world.net.url, ethereumHosts);
  const border = browserBorder();
  const [forecast, prices] = [forecasts(random, haste), pricesFrom(random)];
  const audit = new Audit(world.borrowers);
  const faults: Record<string, number> = {};
  const heap: number[] = [];
  const begin = Number((await client.getBlock()).timestamp);
  let now = begin;
  const setClock = () => vi.useFakeTimers({ toFake: ['Date'], now: now * 1000 });
  setClock();
  let worker = await startWorker();
  let [rounds, readings, couldNotStore] = [0, 0, false];
  let lastBlock = await client.getBlockNumber();
  const restsUntil = [now, now];

  while (now < begin + hours * 3600) {
    const next = forecast(now);
    const place = Math.floor(next.whose * world.borrowers.length);
    // Owners and liquidators act before time goes on, so that their blocks lie between two readings.
    const receipt = await act(world, next, place, audit.danger(place));
    const alarm = await fakeBrowser.alarms.get('refresh');
    const step = Math.round((alarm?.periodInMinutes ?? Number.NaN) * 60) + next.sleep;
    now += step;
    setClock();
    const price = prices(step, next.jump);
    await world.moveTo(now, price);

    const tale: Tale = { price: (price.ether * next.lie) / 100n, block: lastBlock - next.behind };
    weather.turn(next.conducts, tale);
    border.begin(next);
    // What storage refused is in the worker's memory, and dies with it: that loss would be the browser's.
    const isKilled = next.kill !== null && !couldNotStore && !next.isFull;
    couldNotStore = next.isFull;
    if (isKilled) {
      // What was heard before its end may have been kept, and is then not asked again.
      await killWithin(worker, next.kill ?? 0, next.conducts.includes('trouble'));
      worker = await startWorker();
      await worker.refreshWatched();
    } else await worker.onTime();
    rounds += 1;

    const said = [...weather.answered].map((host) => next.conducts[ethereumHosts.indexOf(host)] as Conduct);
    const words: Word[][] = [];
    for (const conduct of said) words.push(await world.words(conduct, tale));
    const wanted = audit.isGoodNews(words) ? 2 : 1;
    if (!next.isOffline) audit.hear(words, receipt, now);
    const outcome = { history: await worker.history(), rings: border.rings, icon: border.icon };
    const where = `round ${rounds} at ${now} (${next.conducts}${isKilled ? `, killed at ${next.kill}` : ''})`;
    await audit.check(
      { ...outcome, cardOf: ({ address }) => worker.cardNow(address, null) },
      next.isMute,
      place,
      now,
      where,
    );

    const free = next.conducts.filter(
      (conduct, index) => answers(conduct) && now >= (restsUntil[index] ?? 0),
    );
    const least = next.isOffline ? 0 : Math.min(wanted, free.length);
    if (said.length < least || said.length > wanted)
      audit.wrong.push(`${where}: ${said.length} RPCs heard, not ${least}`);
    for (const [index, conduct] of next.conducts.entries())
      restsUntil[index] = Math.max(restsUntil[index] ?? 0, now + restAfter(conduct));
    if (said.length > 0) readings += 1;
    if (!next.conducts.includes('frozen')) lastBlock = await client.getBlockNumber();
    for (const kind of [
      ...kindsOf(next),
      ...(isKilled ? ['kill'] : []),
      ...(receipt.length > 0 ? ['liquidation'] : []),
    ])
      faults[kind] = (faults[kind] ?? 0) + 1;
    if (globalThis.gc && rounds % HEAP_EVERY === 0) {
      heap.push(heapNow());
      console.log(
        `hour ${((now - begin) / 3600).toFixed(1)}: ${rounds} rounds, ${audit.wrong.length} wrong, ${heap.at(-1)?.toFixed(1)} MB`,
      );
    }
  }
  const all = { ...weather.injected, ...faults };
  return {
    hours: (now - begin) / 3600,
    rounds,
    readings,
    faults: all,
    alerts: audit.alerts,
    wrong: audit.wrong,
    heap,
  };
}

/** @returns the ids of the receipts that are to be told */
async function act(world: World, next: Forecast, place: number, danger: number): Promise<string[]> {
  if (next.act === 'owner') await world.act(place, danger > 1 ? -8n : 6n);
  if (next.act !== 'liquidator' || danger < 4 || !isCalm(next)) return [];
  const transaction = await world.liquidate(place);
  return transaction ? [`receipt:${transaction}:${world.borrowers[place]?.key}`] : [];
}

function heapNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
