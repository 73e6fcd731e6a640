import type { Address, Hex, TransactionReceipt } from 'viem';
import type { LocalClient, Transaction } from './client';

const GAS = '0x1312d00';

/**
 * Sends one account's transactions into one block, in their order: where interest counts by blocks, what belongs together
 * has to be mined together.
 * @returns the last one's receipt
 */
export async function inOneBlock(
  client: LocalClient,
  from: Address,
  txs: readonly Omit<Transaction, 'from'>[],
): Promise<TransactionReceipt> {
  await client.setAutomine(false);
  let last: Hex = '0x';
  for (const tx of txs) {
    last = await client.request({
      method: 'eth_sendTransaction',
      params: [{ ...tx, from, gas: GAS, gasPrice: '0x0' }],
    });
  }
  await client.mine({ blocks: 1 });
  await client.setAutomine(true);
  return client.getTransactionReceipt({ hash: last });
}
