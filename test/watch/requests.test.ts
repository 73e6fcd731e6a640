import { parseUnits } from 'viem';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { memoItem, snapshotItem } from '../../src/platform/storage';
import { refresh } from '../../src/watch/refresh';
import { watch } from '../../src/watch/wallets';
import { refreshWatched } from '../../src/watch/watchedRound';
import { borrowerOf } from '../aaveV3/portfolio';
import { MARKETS } from '../localnet/production';
import { stageLoans } from './stage';

const borrower = borrowerOf(1);
const nobody = borrowerOf(99);
const stage = stageLoans({ owners: [borrower], owed: 17_000 });

/** What Ethereum's RPCs were asked. */
const methods = () => stage.rpcs.requests.filter(({ chainId }) => chainId === 1).map(({ method }) => method);

const stored = (account = borrower) => snapshotItem(1, account).getValue();

describe('requests', () => {
  it('are two eth_calls when nothing is known of a wallet, and one from then on', async () => {
    await refresh(1, [borrower]);
    expect(methods()).toEqual(['eth_call', 'eth_call']);
    stage.rpcs.reset();
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
    await stage.localnet.supply('Lido', second, 'wstETH', parseUnits('3', 18));
    for (const address of [borrower, second, nobody]) await watch(address);
    // Each time the events are searched for one of them, until they have been for all.
    const searched = ['eth_chainId', 'eth_blockNumber', 'eth_getLogs'];
    await refreshWatched();
    expect(methods().slice(-3)).toEqual(searched);
    for (let wallet = 2; wallet <= 3; wallet++) {
      stage.rpcs.reset();
      await refreshWatched();
      expect(methods()).toEqual(['eth_call', ...searched]);
    }
    stage.rpcs.reset();
    await refreshWatched();
    expect(methods()).toEqual(['eth_call']);
    expect((await stored(second))?.figures?.positions[0]?.market.name).toBe('Aave v3 Prime');
  });

  it('are two again for one reading after a new reserve is used, and the figures are whole at once (fault 37)', async () => {
    await refresh(1, [borrower]);
    stage.rpcs.reset();
    await stage.localnet.supply('Core', borrower, 'DAI', parseUnits('100', 18));
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
      stage.rpcs.answer('eth_call', (params) => {
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
    stage.rpcs.reset();
    await refresh(1, [borrower]);
    expect(methods()).toEqual(['eth_call', 'eth_call']);
    expect((await stored())?.figures?.positions).toHaveLength(1);
  });
});

it('a market that eats all gas is shown as one, and takes no neighbour with it (fault 27)', async () => {
  const before = await stage.localnet.snapshot();
  await stage.localnet.client.setCode({ address: MARKETS.Horizon.pool, bytecode: '0xfe' }); // INVALID
  await refresh(1, [borrower]);
  await stage.localnet.revert(before);
  const figures = (await stored())?.figures;
  expect(figures?.errors.map(({ market }) => market.name)).toEqual(['Aave v3 Horizon']);
  expect(figures?.positions).toHaveLength(1);
});
