import { afterEach, describe, expect, it, vi } from 'vitest';
import { snapshotItem } from '../../src/platform/storage';
import { look } from '../../src/watch/look';
import { refresh } from '../../src/watch/refresh';
import { watch } from '../../src/watch/wallets';
import { refreshWatched } from '../../src/watch/watchedRound';
import { borrowerOf } from '../aaveV3/portfolio';
import { stageLoans } from './stage';

const borrower = borrowerOf(1);
const nobody = borrowerOf(99);
const stage = stageLoans({ owners: [borrower], owed: 17_000 });

/** A site other than Morpho's, whose pages are about no market. */
const elsewhere = { unread: null, searched: null, market: null };

/** What Ethereum's RPCs were asked. */
const methods = () => stage.rpcs.requests.filter(({ chainId }) => chainId === 1).map(({ method }) => method);

const stored = (account = borrower) => snapshotItem(1, account).getValue();

const twice = (method: string) => [method, method];

describe('a look from a page', () => {
  afterEach(() => stage.rpcs.quiet());

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
    await stage.rpcs.quiet();
    expect(methods()).toEqual([...twice('eth_call'), 'eth_chainId', 'eth_blockNumber', 'eth_getLogs']);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_500);
    stage.rpcs.reset();
    await look(sighting(borrower));
    await stage.rpcs.quiet();
    expect(methods()).toEqual(['eth_blockNumber']);
    await stage.localnet.mine();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_500);
    stage.rpcs.reset();
    await look(sighting(borrower));
    await stage.rpcs.quiet();
    expect(methods()).toEqual(['eth_blockNumber', 'eth_call']);
  });

  it('asks the user to choose between two accounts, and takes the one that is watched (fault 42)', async () => {
    expect(await look(sighting(borrower, nobody))).toMatchObject({ account: null, level: 'unknown' });
    expect(stage.rpcs.requests).toEqual([]);
    await watch(borrower);
    expect(await look(sighting(borrower, nobody))).toMatchObject({ account: borrower });
  });

  it('does not watch what a page shows (threat: planted address)', async () => {
    await look(sighting(borrower));
    await stage.rpcs.quiet();
    stage.rpcs.reset();
    await refreshWatched();
    expect(stage.rpcs.requests).toEqual([]);
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
    expect(stage.rpcs.requests[0]?.chainId).toBe(8453);
    await vi.waitFor(async () => expect((await stored())?.figures?.positions).toHaveLength(1));
    const card = await look({ host: 'app.aave.com', accounts, ...elsewhere });
    expect(card).toMatchObject({ word: 'Watch', account: borrower });
  });
});
