import { parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Notice } from '../../src/model/alert';
import type { Snapshot } from '../../src/model/snapshot';
import { borrowerOf } from '../aaveV3/portfolio';
import { type Localnet, startLocalnet } from '../localnet/start';
import { leadRpcsTo } from '../support/rpcs';
import { liveUntil, newWorker } from './mortal';

const OWNER = borrowerOf(1);

let localnet: Localnet;
/** What is kept after a calm reading, just before the price falls. */
let calm: Record<string, unknown>;
/** By id: the browser shows one of each. */
let shown: Map<string, string>;

beforeAll(async () => {
  localnet = await startLocalnet({ timestamp: Math.floor(Date.now() / 1000) - 7200 });
  await localnet.supply('Core', OWNER, 'WETH', parseUnits('10', 18));
  await localnet.borrow('Core', OWNER, 'USDC', parseUnits('17000', 6));
  leadRpcsTo(localnet.url);
  fakeBrowser.reset();
  const wallets = [{ address: OWNER, watched: true, seenOn: null }];
  await fakeBrowser.storage.local.set({ wallets, networks: [1] });
  const worker = await newWorker();
  // Once to read, and then until its events have been searched.
  for (let round = 0; round < 3; round++) await worker.refreshWatched();
  calm = await fakeBrowser.storage.local.get(null);
  await localnet.setPrice('WETH', 2_400n * 100_000_000n);
});
afterAll(() => localnet.stop());

beforeEach(async () => {
  leadRpcsTo(localnet.url);
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set(structuredClone(calm));
  shown = new Map();
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation(((id: string, { title }: Notice) => {
    shown.set(id, title);
    return Promise.resolve(id);
  }) as never);
});
afterEach(() => vi.unstubAllGlobals());

/** As background.ts does at every start, and then at the alarm. */
async function liveOn(): Promise<void> {
  const worker = await newWorker();
  await Promise.all([worker.paintWatched(), worker.tellPending()]);
  await worker.refreshWatched();
}

async function kept() {
  const all = await fakeBrowser.storage.local.get(null);
  return {
    snapshot: all[`snapshot:1:${OWNER.toLowerCase()}`] as Snapshot,
    history: (all.history ?? []) as Notice[],
  };
}

async function momentsOfARefresh(): Promise<number> {
  const life = liveUntil(Number.POSITIVE_INFINITY);
  await (await newWorker()).refreshWatched();
  life.end();
  return life.moments;
}

describe('fault 57, fault 58: a worker that is killed', () => {
  it('has moments to be killed at, and one notification where it is not', async () => {
    expect(await momentsOfARefresh()).toBeGreaterThan(20);
    expect([...shown.values()]).toEqual(['Low: Aave v3 Core · Ethereum']);
  });

  it('at any await of a refresh with an alert leaves nothing half-written, loses no alert and tells none twice', async () => {
    const before = calm[`snapshot:1:${OWNER.toLowerCase()}`] as Snapshot;
    const moments = await momentsOfARefresh();
    for (let moment = 0; moment < moments; moment++) {
      fakeBrowser.reset();
      await fakeBrowser.storage.local.set(structuredClone(calm));
      shown.clear();

      const life = liveUntil(moment);
      void (await newWorker()).refreshWatched();
      await life.died;
      life.end();
      const { snapshot } = await kept();
      // Either the reading before or the new one, whole.
      if (snapshot.figures?.block.number === before.figures?.block.number) expect(snapshot).toEqual(before);
      else expect(snapshot.figures).toMatchObject({ positions: [{ agrees: true }], errors: [] });

      await liveOn();
      await liveOn();
      const { history } = await kept();
      const told = [[...shown.values()], history.map(({ title }) => title)];
      expect([moment, told]).toEqual([
        moment,
        [['Low: Aave v3 Core · Ethereum'], ['Low: Aave v3 Core · Ethereum']],
      ]);
    }
    console.log(`killed at each of ${moments} moments`);
  }, 180_000);
});
