import type { TestBrowser } from '../../support/browser';
import { ratio, type Table } from '../table';
import { median, openStage, pause } from './stage';

const ROUNDS = 15;

declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

/** From a message to a worker that sleeps to its answer, and the same while it is awake. */
export async function worker(): Promise<Table> {
  const stage = await openStage();
  const [ours, empty] = [await answered(stage.ours), await answered(stage.empty)];
  await stage.close();
  const row = (name: string, { cold, warm }: Answers) => [
    name,
    cold.toFixed(1),
    warm.toFixed(1),
    (cold - warm).toFixed(1),
    ratio(cold - warm, empty.cold - empty.warm),
  ];
  return {
    title: `Milliseconds from a message to the worker’s answer, median of ${ROUNDS}`,
    head: ['', 'asleep', 'awake', 'start', 'to an empty worker'],
    rows: [row('ours', ours), row('an empty extension’s worker', empty)],
    notes: ['The message is one that is refused at once, so that the start is all there is to it.'],
  };
}

interface Answers {
  readonly cold: number;
  readonly warm: number;
}

async function answered(browser: TestBrowser): Promise<Answers> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await browser.killWorker();
    await pause(200);
    cold.push(await ask(browser));
    warm.push(await ask(browser));
  }
  return { cold: median(cold), warm: median(warm) };
}

const ask = (browser: TestBrowser): Promise<number> =>
  browser.inExtension(async () => {
    const from = performance.now();
    await chrome.runtime.sendMessage({ id: 1, type: 'unwatch', data: null, timestamp: 0 });
    return performance.now() - from;
  });
