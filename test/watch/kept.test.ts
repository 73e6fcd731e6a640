import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { snapshotItem } from '../../src/platform/storage';
import { refresh } from '../../src/watch/refresh';
import { borrowerOf } from '../aaveV3/portfolio';
import { leadRpcsTo } from '../support/rpcs';
import { stageLoans } from './stage';

const borrower = borrowerOf(1);
const nobody = borrowerOf(99);
const stage = stageLoans({ owners: [borrower], owed: 17_000 });

const stored = (account = borrower) => snapshotItem(1, account).getValue();

describe('what is kept', () => {
  it('agrees with the contract and carries its block and RPC', async () => {
    await refresh(1, [borrower]);
    const { healthFactor } = await stage.localnet.accountData('Core', borrower);
    const figures = (await stored())?.figures;
    expect(figures?.positions[0]).toMatchObject({
      agrees: true,
      contract: { healthFactor: `${healthFactor}`, liquidatable: false },
    });
    expect(figures?.block.number).toBe(`${await stage.localnet.client.getBlockNumber()}`);
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
    await stage.localnet.mine();
    await refresh(1, [borrower, nobody]);
    await older;
    expect((await stored())?.figures?.block.number).toBe(`${await stage.localnet.client.getBlockNumber()}`);
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
