import { vi } from 'vitest';
import { ethereumHosts } from '../support/rpcHosts';
import { browserBorder } from './browserBorder';
import type { Forecast } from './forecast';
import type { Word } from './oracle/wallet';
import { pricesFrom } from './prices';
import { type Conduct, type Tale, weatherOver } from './weather';
import { wordsOf } from './words';
import type { World } from './world';

/** All that is about the worker: the time, the chain, its RPCs and the browser. */
export async function stageFor(world: World, random: () => number) {
  const { client } = world.net;
  const wordOf = wordsOf(client, world.borrowers);
  const [weather, border, prices] = [
    weatherOver(world.net.url, ethereumHosts),
    browserBorder(),
    pricesFrom(random),
  ];
  const setClock = () => vi.useFakeTimers({ toFake: ['Date'], now: now * 1000 });
  const begin = Number((await client.getBlock()).timestamp);
  let now = begin;
  let lastBlock = await client.getBlockNumber();
  let tale: Tale = { price: 0n, block: lastBlock };
  setClock();
  return {
    border,
    injected: weather.injected,
    begin,
    get now(): number {
      return now;
    },
    /** A round begins, so many seconds after the last. */
    async open(next: Forecast, seconds: number): Promise<void> {
      now += seconds;
      setClock();
      const price = prices(seconds, next.jump);
      await world.moveTo(now, price);
      tale = { price: (price.ether * next.lie) / 100n, block: lastBlock - next.behind };
      weather.turn(next.conducts, tale);
      border.begin(next);
    },
    /** What the RPCs said that were heard, in their order. */
    async heard(next: Forecast): Promise<Word[][]> {
      const words: Word[][] = [];
      for (const host of weather.answered)
        words.push(await wordOf(next.conducts[ethereumHosts.indexOf(host)] as Conduct, tale));
      return words;
    },
    async close(next: Forecast): Promise<void> {
      if (!next.conducts.includes('frozen')) lastBlock = await client.getBlockNumber();
    },
  };
}
