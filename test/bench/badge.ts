import { devPageHost } from '../devpage/page';
import { movePrice } from '../devpage/prices';
import { launchBrowser } from '../support/browser';
import { askContract, written } from '../support/start/contract';
import { startWorld } from '../support/start/world';

import type { Table } from './table';

const ROUNDS = 20;

/** From a mined price to the changed badge, in a real browser on the local chain. */
export async function badge(): Promise<Table> {
  const world = await startWorld();
  const browser = await launchBrowser({ hosts: world.hosts, frontPort: world.port });
  const page = await browser.newPage();
  await page.goto(`https://${devPageHost}/`);
  await page.getByRole('button', { name: 'Connect' }).click();
  await browser.waitForBadge(page, ({ level }) => level !== 'unknown');

  const today = await world.chain.price('WETH');
  const waits: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    // Two per cent at a time, so that the health factor shown changes every time.
    await movePrice(world.chain, 'WETH', (today * BigInt(100 - 2 * (round % 10) - 1)) / 100n);
    const mined = performance.now();
    const wanted = written(await askContract(world));
    await browser.waitForBadge(page, ({ parts }) => parts['health-factor'] === wanted);
    waits.push(performance.now() - mined);
  }
  await browser.close();
  await world.stop();
  const sorted = waits.sort((one, other) => one - other).map(Math.round);
  return {
    title: `Price mined → badge changed, ${ROUNDS} times`,
    head: ['', 'median', 'least', 'most'],
    rows: [['ours', `${sorted[ROUNDS / 2]} ms`, `${sorted[0]} ms`, `${sorted.at(-1)} ms`]],
  };
}
