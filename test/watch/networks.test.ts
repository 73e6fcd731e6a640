import { describe, expect, it } from 'vitest';
import { snapshotItem } from '../../src/platform/storage';
import { cardNow } from '../../src/watch/look';
import { enabledChains, setNetwork } from '../../src/watch/networks';
import { watch } from '../../src/watch/wallets';
import { refreshWatched } from '../../src/watch/watchedRound';
import { borrowerOf } from '../aaveV3/portfolio';
import { stageLoans } from './stage';

const borrower = borrowerOf(1);
const stage = stageLoans({ owners: [borrower], owed: 17_000 });

describe('networks', () => {
  it('that are turned off are not asked, and one always stays on', async () => {
    await watch(borrower);
    for (const { id } of await enabledChains()) if (id !== 1) await setNetwork(id, false);
    stage.rpcs.reset();
    await refreshWatched();
    expect(stage.rpcs.requests.every(({ chainId }) => chainId === 1)).toBe(true);
    expect(stage.rpcs.requests.length).toBeGreaterThan(0);
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
