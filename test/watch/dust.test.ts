import { parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { cardNow } from '../../src/watch/look';
import { refresh } from '../../src/watch/refresh';
import { watch } from '../../src/watch/wallets';
import { borrowerOf } from '../aaveV3/portfolio';
import { type Localnet, startLocalnet } from '../localnet/start';
import { leadRpcsTo } from '../support/rpcs';

const OWNER = borrowerOf(1);

let localnet: Localnet;
beforeAll(async () => {
  localnet = await startLocalnet();
  await localnet.supply('Core', OWNER, 'WETH', parseUnits('10', 18));
  await localnet.borrow('Core', OWNER, 'USDC', 1n);
});
afterAll(() => localnet.stop());
afterEach(() => vi.unstubAllGlobals());

it('a millionth of a dollar is a debt with a figure that ends, and worth no alert (fault 40)', async () => {
  leadRpcsTo(localnet.url);
  const create = vi.spyOn(fakeBrowser.notifications, 'create');
  await watch(OWNER);
  for (const price of [3020n, 302n]) {
    await localnet.setPrice('WETH', price * 100_000_000n);
    await refresh(1, [OWNER]);
    expect(await cardNow(OWNER, null)).toMatchObject({ level: 'safe', healthFactor: '100+' });
  }
  expect(create).not.toHaveBeenCalled();
});
