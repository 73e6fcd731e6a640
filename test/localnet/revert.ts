import { BaseError, decodeErrorResult, type Hex, isHex, numberToHex, type TransactionReceipt } from 'viem';
import { artifactsV36 } from './artifactsV36';
import { type LocalClient, sendAndMine, type Transaction } from './client';

/** A call that the contract refused, by the name of its custom error (3.6) or its error string (3.0: '45'). */
export class ContractRevert extends Error {
  override name = 'ContractRevert';
  constructor(readonly reason: string) {
    super(`The contract reverted: ${reason}`);
  }
}

/** Sends and waits until mined; throws ContractRevert with the contract's own reason. */
export async function transact(client: LocalClient, tx: Transaction): Promise<TransactionReceipt> {
  const receipt = await sendAndMine(client, tx);
  if (receipt.status === 'success') return receipt;
  // A revert leaves no trace but its gas, so the same call on the same block fails for the same reason.
  await ethCall(client, tx, numberToHex(receipt.blockNumber));
  throw new Error(`Transaction ${receipt.transactionHash} failed, but not when called again`);
}

/** eth_call; throws ContractRevert. At `latest` the block time is that of the last block. */
export async function ethCall(
  client: LocalClient,
  tx: Transaction,
  block: Hex | 'latest' = 'latest',
): Promise<Hex> {
  try {
    return await client.request({ method: 'eth_call', params: [tx, block] });
  } catch (error) {
    const data = revertData(error);
    throw data === undefined ? error : new ContractRevert(await reasonOf(data));
  }
}

function revertData(error: unknown): Hex | undefined {
  if (!(error instanceof BaseError)) return undefined;
  const carrier = error.walk((e) => isHex((e as { data?: unknown }).data)) as { data: Hex } | null;
  return carrier?.data;
}

const ERROR_STRING = '0x08c379a0';

async function reasonOf(data: Hex): Promise<string> {
  if (data === '0x') return 'no reason';
  if (data.startsWith(ERROR_STRING)) return String(decodeErrorResult({ data }).args[0]);
  const { abi } = await artifactsV36.get('Errors');
  try {
    return decodeErrorResult({ abi, data }).errorName;
  } catch {
    return data;
  }
}
