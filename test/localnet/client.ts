import {
  type Address,
  createClient,
  type Hex,
  http,
  publicActions,
  type TransactionReceipt,
  testActions,
  walletActions,
} from 'viem';
import { mainnet } from 'viem/chains';

/** A viem client with public, wallet and anvil's test actions; every address is unlocked on the local chain. */
export function createLocalClient(url: string) {
  return createClient({
    chain: mainnet,
    transport: http(url, { retryCount: 0, timeout: 60_000 }),
    pollingInterval: 20,
    cacheTime: 0,
  })
    .extend(testActions({ mode: 'anvil' }))
    .extend(publicActions)
    .extend(walletActions);
}

export type LocalClient = ReturnType<typeof createLocalClient>;

export interface Transaction {
  from: Address;
  to?: Address;
  data?: Hex;
  value?: Hex;
}

const GAS = '0x1312d00';

/** Sends and waits until mined, reverted or not. Fixed gas: an estimate would fail where the receipt should tell. */
export async function sendAndMine(client: LocalClient, tx: Transaction): Promise<TransactionReceipt> {
  const hash = await client.request({
    method: 'eth_sendTransaction',
    params: [{ ...tx, gas: GAS, gasPrice: '0x0' }],
  });
  for (;;) {
    const receipt = await client.getTransactionReceipt({ hash }).catch(() => undefined);
    if (receipt) return receipt;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
