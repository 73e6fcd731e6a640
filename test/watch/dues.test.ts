import { parseUnits } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { snapshotItem } from '../../src/platform/storage';
import { keyOf } from '../../src/risk/key';
import { readDues } from '../../src/watch/dues';
import { refresh } from '../../src/watch/refresh';
import { borrowerOf } from '../aaveV3/portfolio';
import { type Localnet, startLocalnet } from '../localnet/start';
import { leadRpcsTo, type Rpcs } from '../support/rpcs';

const borrower = borrowerOf(1);
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

async function kept() {
  await refresh(1, [borrower]);
  const position = (await snapshotItem(1, borrower).getValue())?.figures?.positions[0];
  rpcs.reset();
  return { chainId: 1, account: borrower, key: keyOf(position!.market, borrower) };
}

it('takes two eth_calls and the price of gas, and survives a message', async () => {
  const of = await kept();
  const dues = await readDues(of);
  expect(rpcs.requests.map(({ method }) => method).sort()).toEqual(['eth_call', 'eth_call', 'eth_gasPrice']);
  expect(JSON.parse(JSON.stringify(dues))).toEqual(dues);
  const usdc = localnet.tokens.USDC.address;
  expect(dues.purse?.tokens[usdc]).toBe(`${await localnet.balance('USDC', borrower)}`);
  expect(dues.purse?.native).toBe(`${await localnet.client.getBalance({ address: borrower })}`);
  expect(dues.rates?.debt[0]?.asset).toBe(usdc);
  expect(BigInt(dues.rates?.debt[0]?.own ?? 0)).toBeGreaterThan(0n);
  expect(dues.gasPrice).toBe(`${await localnet.client.getGasPrice()}`);
});

it('refuses what is not kept, and says so where no RPC answers', async () => {
  const of = await kept();
  await expect(readDues({ ...of, key: 'other' })).rejects.toThrow('This position is no longer here.');
  vi.stubGlobal('fetch', () => Promise.reject(new Error('down')));
  await expect(readDues(of)).rejects.toThrow(/Ethereum/);
});
