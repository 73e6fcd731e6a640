import { parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { memoItem, snapshotItem } from '../../src/platform/storage';
import { cardNow, look } from '../../src/watch/look';
import { enabledChains, setNetwork } from '../../src/watch/networks';
import { refresh } from '../../src/watch/refresh';
import { watch } from '../../src/watch/wallets';
import { refreshWatched } from '../../src/watch/watchedRound';
import { borrowerOf } from '../aaveV3/portfolio';
import { MARKETS } from '../localnet/production';
import { type Localnet, startLocalnet } from '../localnet/start';
import { leadRpcsTo, type Rpcs } from '../support/rpcs';

const borrower = borrowerOf(1);
const nobody = borrowerOf(99);
let localnet: Localnet;
let rpcs: Rpcs;

beforeAll(async () => {
  localnet = await startLocalnet();
  await localnet.supply('Core', borrower, 'WETH', parseUnits('10', 18));
  await localnet.borrow('Core', borrower, 'USDC', parseUnits('17000', 6));
});
afterAll(() => localnet.stop());

beforeEach(() => {
  fakeBrowser.reset();
  rpcs = leadRpcsTo(localnet.url);
});
afterEach(() => vi.unstubAllGlobals());

/** A site other than Morpho's, whose pages are about no market. */
const elsewhere = { unread: null, searched: null, market: null };

/** What Ethereum's RPCs were asked. */
const methods = () => rpcs.requests.filter(({ chainId }) => chainId === 1).map(({ method }) => method);

const stored = (account = borrower) => snapshotItem(1, account).getValue();

const twice = (method: string) => [method, method];

describe('requests', () => {
  it('are two eth_calls when nothing is known of a wallet, and one from then on', async () => {
    await refresh(1, [borrower]);
    expect(methods()).toEqual(['eth_call', 'eth_call']);
    rpcs.reset();
    await refresh(1, [borrower]);
    expect(methods()).toEqual(['eth_call']);
  });

  it('are one for a wallet that has nothing', async () => {
    await refresh(1, [nobody]);
    expect(methods()).toEqual(['eth_call']);
    expect((await stored(nobody))?.figures).toMatchObject({ positions: [], errors: [] });
  });

  it('are one for all watched wallets together', async () => {
    const second = borrowerOf(2);
    await localnet.supply('Lido', second, 'wstETH', parseUnits('3', 18));
    for (const address of [borrower, second, nobody]) await watch(address);
    // Each time the events are searched for one of them, until they have been for all.
    const searched = ['eth_chainId', 'eth_blockNumber', 'eth_getLogs'];
    await refreshWatched();
    expect(methods().slice(-3)).toEqual(searched);
    for (let wallet = 2; wallet <= 3; wallet++) {
      rpcs.reset();
      await refreshWatched();
      expect(methods()).toEqual(['eth_call', ...searched]);
    }
    rpcs.reset();
    await refreshWatched();
    expect(methods()).toEqual(['eth_call']);
    expect((await stored(second))?.figures?.positions[0]?.market.name).toBe('Aave v3 Prime');
  });

  it('are two again for one reading after a new reserve is used, and the figures are whole at once (fault 37)', async () => {
    await refresh(1, [borrower]);
    rpcs.reset();
    await localnet.supply('Core', borrower, 'DAI', parseUnits('100', 18));
    await refresh(1, [borrower]);
    expect(methods()).toEqual(['eth_call', 'eth_call']);
    const symbols = (await stored())?.figures?.positions[0]?.collateral.map(({ symbol }) => symbol);
    expect(symbols).toEqual(['WETH', 'DAI']);
  });

  it('are not made twice for two who ask at the same time', async () => {
    await Promise.all([refresh(1, [borrower]), refresh(1, [borrower])]);
    expect(methods()).toHaveLength(2);
  });

  describe('where an RPC refuses to pack its answers', () => {
    const asked: ('packed' | 'plain')[] = [];
    beforeEach(() => {
      asked.splice(0);
      rpcs.answer('eth_call', (params) => {
        const isPacked = (params as unknown[]).length > 2;
        asked.push(isPacked ? 'packed' : 'plain');
        return isPacked ? { error: { code: -32602, message: 'invalid params' } } : undefined;
      });
    });

    it('are one more the first time, and one when it is warm, whatever becomes of the worker', async () => {
      await refresh(1, [borrower]);
      expect(asked.splice(0)).toEqual(['packed', 'plain', 'plain']);
      const before = (await stored())?.figures?.positions;
      vi.resetModules(); // as a worker that was stopped and started
      const { refresh: again } = await import('../../src/watch/refresh');
      await again(1, [borrower]);
      expect(asked.splice(0)).toEqual(['plain']);
      expect((await stored())?.figures?.positions).toEqual(before);
      expect(before).toHaveLength(1);
    });

    it('are tried anew when the browser is', async () => {
      await refresh(1, [borrower]);
      await fakeBrowser.storage.session.clear();
      asked.splice(0);
      await refresh(1, [borrower]);
      expect(asked).toEqual(['packed', 'plain']);
    });
  });

  it('are two again when what was learnt is corrupt (fault 52)', async () => {
    await refresh(1, [borrower]);
    await memoItem(1, borrower).setValue({ '0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2': { used: 'x' } });
    rpcs.reset();
    await refresh(1, [borrower]);
    expect(methods()).toEqual(['eth_call', 'eth_call']);
    expect((await stored())?.figures?.positions).toHaveLength(1);
  });
});

it('a market that eats all gas is shown as one, and takes no neighbour with it (fault 27)', async () => {
  const before = await localnet.snapshot();
  await localnet.client.setCode({ address: MARKETS.Horizon.pool, bytecode: '0xfe' }); // INVALID
  await refresh(1, [borrower]);
  await localnet.revert(before);
  const figures = (await stored())?.figures;
  expect(figures?.errors.map(({ market }) => market.name)).toEqual(['Aave v3 Horizon']);
  expect(figures?.positions).toHaveLength(1);
});

describe('what is kept', () => {
  it('agrees with the contract and carries its block and RPC', async () => {
    await refresh(1, [borrower]);
    const { healthFactor } = await localnet.accountData('Core', borrower);
    const figures = (await stored())?.figures;
    expect(figures?.positions[0]).toMatchObject({
      agrees: true,
      contract: { healthFactor: `${healthFactor}`, liquidatable: false },
    });
    expect(figures?.block.number).toBe(`${await localnet.client.getBlockNumber()}`);
    expect(figures?.rpc).toBe('ethereum-rpc.publicnode.com');
  });

  it('keeps the last good figures beside a failure', async () => {
    await refresh(1, [borrower]);
    const before = await stored();
    leadRpcsTo(null);
    await refresh(1, [borrower]);
    const after = await stored();
    expect(after?.figures).toEqual(before?.figures);
    expect(after?.failure?.reason).toContain('cannot be reached');
  });

  it('has no figures and a reason when nothing was ever read (fault 29)', async () => {
    leadRpcsTo(null);
    await refresh(1, [borrower]);
    expect(await stored()).toMatchObject({
      figures: null,
      failure: { reason: expect.stringContaining('Ethereum') },
    });
  });

  it('is not replaced by an older block that is still being written', async () => {
    const write = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
    let slow = 0;
    vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async (items) => {
      const isFirst = Object.keys(items).some((key) => key.startsWith('snapshot:')) && slow++ === 0;
      if (isFirst) await new Promise((done) => setTimeout(done, 500));
      await write(items);
    });
    const older = refresh(1, [borrower]);
    await vi.waitFor(() => expect(slow).toBe(1));
    await localnet.mine();
    await refresh(1, [borrower, nobody]);
    await older;
    expect((await stored())?.figures?.block.number).toBe(`${await localnet.client.getBlockNumber()}`);
  });

  it('is not replaced by an older block that comes late (fault 18)', async () => {
    await refresh(1, [borrower]);
    const newer = await stored();
    const ahead = newer!.figures!.block.timestamp + 60;
    const later = {
      ...newer!,
      figures: { ...newer!.figures!, block: { number: '999999', timestamp: ahead } },
    };
    await snapshotItem(1, borrower).setValue(later);
    await refresh(1, [borrower]);
    expect(await stored()).toEqual(later);
  });
});

describe('a look from a page', () => {
  afterEach(() => rpcs.quiet());

  const sighting = (...addresses: `0x${string}`[]) => ({
    host: 'app.aave.com',
    accounts: addresses.map((address) => ({ address, chainId: 1, how: 'connected' as const })),
    ...elsewhere,
  });

  it('shows the connected account', async () => {
    expect(await look(sighting(borrower))).toMatchObject({ account: borrower, word: 'Watch', reason: null });
  });

  it('reads again only when there is a new block', async () => {
    await look(sighting(borrower));
    await rpcs.quiet();
    expect(methods()).toEqual([...twice('eth_call'), 'eth_chainId', 'eth_blockNumber', 'eth_getLogs']);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_500);
    rpcs.reset();
    await look(sighting(borrower));
    await rpcs.quiet();
    expect(methods()).toEqual(['eth_blockNumber']);
    await localnet.mine();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_500);
    rpcs.reset();
    await look(sighting(borrower));
    await rpcs.quiet();
    expect(methods()).toEqual(['eth_blockNumber', 'eth_call']);
  });

  it('asks the user to choose between two accounts, and takes the one that is watched (fault 42)', async () => {
    expect(await look(sighting(borrower, nobody))).toMatchObject({ account: null, level: 'unknown' });
    expect(rpcs.requests).toEqual([]);
    await watch(borrower);
    expect(await look(sighting(borrower, nobody))).toMatchObject({ account: borrower });
  });

  it('does not watch what a page shows (threat: planted address)', async () => {
    await look(sighting(borrower));
    await rpcs.quiet();
    rpcs.reset();
    await refreshWatched();
    expect(rpcs.requests).toEqual([]);
  });

  it('says that nothing is connected, or shows the watched wallet (fault 41)', async () => {
    expect(await look(sighting())).toMatchObject({ account: null, level: 'unknown', healthFactor: '?' });
    await watch(borrower);
    await refreshWatched();
    expect(await look(sighting())).toMatchObject({ account: borrower, word: 'Watch' });
  });

  it.each([
    [999_999, 'chain 999999, which Plimsoll does not read yet'],
    [59_144, 'Linea, which is turned off'],
  ])('does not pass off other networks’ figures for those of chain %i', async (chainId, reason) => {
    await refresh(1, [borrower]);
    const accounts = [{ address: borrower, chainId, how: 'connected' as const }];
    const card = await look({ host: 'app.aave.com', accounts, ...elsewhere });
    expect(card).toMatchObject({ level: 'unknown', healthFactor: '?' });
    expect(card.reason).toContain(reason);
    expect(card.positions.map(({ title }) => title)).toContain('Aave v3 Core · Ethereum');
  });

  it('reads the connected network at once and the others after it', async () => {
    const accounts = [{ address: borrower, chainId: 8453, how: 'connected' as const }];
    await look({ host: 'app.aave.com', accounts, ...elsewhere });
    expect(rpcs.requests[0]?.chainId).toBe(8453);
    await vi.waitFor(async () => expect((await stored())?.figures?.positions).toHaveLength(1));
    const card = await look({ host: 'app.aave.com', accounts, ...elsewhere });
    expect(card).toMatchObject({ word: 'Watch', account: borrower });
  });
});

describe('networks', () => {
  it('that are turned off are not asked, and one always stays on', async () => {
    await watch(borrower);
    for (const { id } of await enabledChains()) if (id !== 1) await setNetwork(id, false);
    rpcs.reset();
    await refreshWatched();
    expect(rpcs.requests.every(({ chainId }) => chainId === 1)).toBe(true);
    expect(rpcs.requests.length).toBeGreaterThan(0);
    await expect(setNetwork(1, false)).rejects.toThrow('At least one network');
    await expect(setNetwork(4, true)).rejects.toThrow('does not know chain 4');
  });

  it('that cannot be read have a row that says so', async () => {
    await watch(borrower);
    await refreshWatched();
    await snapshotItem(137, borrower).setValue({
      account: borrower,
      chainId: 137,
      figures: null,
      failure: { at: 1, reason: 'No usable answer from Polygon.' },
    });
    const card = await cardNow(borrower, null);
    expect(card).toMatchObject({ level: 'unknown', reason: 'No usable answer from Polygon.' });
    expect(card.positions.map(({ title, level }) => [title, level])).toEqual([
      ['Polygon', 'unknown'],
      ['Aave v3 Core · Ethereum', 'watch'],
    ]);
  });
});
