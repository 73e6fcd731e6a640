import { parseUnits } from 'viem';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { borrowerOf } from '../aaveV3/portfolio';
import { MARKETS } from '../localnet/production';
import { stageLoans } from './stage';

const OWNER = borrowerOf(0x57);
const stage = stageLoans({ owners: [OWNER], owed: 17_000, secondsAgo: 7_200 });

/** A worker with nothing in memory. */
async function newWorker() {
  vi.resetModules();
  const [{ refresh }, { watch }, { tellPending }] = await Promise.all([
    import('../../src/watch/refresh'),
    import('../../src/watch/wallets'),
    import('../../src/watch/alerts/tell'),
  ]);
  return { read: () => refresh(1, [OWNER]), watch: () => watch(OWNER), start: tellPending };
}

/** Reads until the worker is about to write for the so manieth time, and never goes on from there. */
async function dieBeforeWrite(count: number, read: () => Promise<void>): Promise<'died' | 'ended'> {
  const real = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
  let writes = 0;
  let died = (): void => undefined;
  const death = new Promise<'died'>((done) => {
    died = () => done('died');
  });
  const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation((items) => {
    if (writes++ < count) return real(items);
    died();
    return new Promise(() => undefined);
  });
  const how = await Promise.race([death, read().then(() => 'ended' as const)]);
  set.mockRestore();
  return how;
}

it.each([0, 1, 2, 3])(
  'faults 57 and 58: killed before write %i of a reading, it is told, and as one notification',
  async (count) => {
    const first = await newWorker();
    await first.watch();
    await first.read();
    await stage.localnet.advance(60);
    await stage.localnet.setPrice('WETH', 2_400_00000000n);
    expect(await dieBeforeWrite(count, first.read)).toBe('died');
    const second = await newWorker();
    await second.start();
    await stage.localnet.mine();
    await second.read();
    await second.read();
    const ids = stage.noted.shown.map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([`1:${MARKETS.Core.pool}:${OWNER}`]));
    // Only where it was shown and not crossed out is it shown again, under the same id.
    expect(ids.length).toBe(count === 3 ? 2 : 1);
    const { history } = await fakeBrowser.storage.local.get('history');
    expect(history).toHaveLength(1);
  },
);

it.each([0, 1, 2, 3, 4])(
  'fault 57: killed before write %i of the reading that finds a liquidation, it is told',
  async (count) => {
    await stage.localnet.borrow('Core', OWNER, 'USDC', parseUnits('4000', 6));
    const first = await newWorker();
    await first.watch();
    await first.read();
    await stage.localnet.setPrice('WETH', 2_400_00000000n);
    const done = await stage.localnet.liquidate({
      market: 'Core',
      borrower: OWNER,
      collateral: 'WETH',
      debt: 'USDC',
    });
    if (!done.ok) throw new Error(done.error);
    expect(await dieBeforeWrite(count, first.read)).toBe('died');
    const second = await newWorker();
    await second.start();
    await stage.localnet.mine();
    await second.read();
    await second.read();
    const { history } = (await fakeBrowser.storage.local.get('history')) as {
      history: { message: string }[];
    };
    expect(history.filter(({ message }) => message.includes(done.txHash))).toHaveLength(1);
  },
);

it('fault 57: killed while it waits for an answer, nothing is written', async () => {
  const first = await newWorker();
  await first.watch();
  await first.read();
  const before = await fakeBrowser.storage.local.get(null);
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  void first.read();
  await new Promise((done) => setTimeout(done, 50));
  expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
});
