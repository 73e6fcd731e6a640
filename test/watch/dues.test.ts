import { expect, it, vi } from 'vitest';
import { snapshotItem } from '../../src/platform/storage';
import { keyOf } from '../../src/risk/key';
import { readDues } from '../../src/watch/dues';
import { refresh } from '../../src/watch/refresh';
import { borrowerOf } from '../aaveV3/portfolio';
import { stageLoans } from './stage';

const borrower = borrowerOf(1);
const stage = stageLoans({ owners: [borrower], owed: 17_000 });

async function kept() {
  await refresh(1, [borrower]);
  const position = (await snapshotItem(1, borrower).getValue())?.figures?.positions[0];
  stage.rpcs.reset();
  return { chainId: 1, account: borrower, key: keyOf(position!.market, borrower) };
}

it('takes two eth_calls and the price of gas, and survives a message', async () => {
  const of = await kept();
  const dues = await readDues(of);
  expect(stage.rpcs.requests.map(({ method }) => method).sort()).toEqual([
    'eth_call',
    'eth_call',
    'eth_gasPrice',
  ]);
  expect(JSON.parse(JSON.stringify(dues))).toEqual(dues);
  const usdc = stage.localnet.tokens.USDC.address;
  expect(dues.purse?.tokens[usdc]).toBe(`${await stage.localnet.balance('USDC', borrower)}`);
  expect(dues.purse?.native).toBe(`${await stage.localnet.client.getBalance({ address: borrower })}`);
  expect(dues.rates?.debt[0]?.asset).toBe(usdc);
  expect(BigInt(dues.rates?.debt[0]?.own ?? 0)).toBeGreaterThan(0n);
  expect(dues.gasPrice).toBe(`${await stage.localnet.client.getGasPrice()}`);
});

it('refuses what is not kept, and says so where no RPC answers', async () => {
  const of = await kept();
  await expect(readDues({ ...of, key: 'other' })).rejects.toThrow('This position is no longer here.');
  vi.stubGlobal('fetch', () => Promise.reject(new Error('down')));
  await expect(readDues(of)).rejects.toThrow(/Ethereum/);
});
