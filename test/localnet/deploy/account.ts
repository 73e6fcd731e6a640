import { type Abi, type Address, encodeFunctionData, maxUint256, numberToHex } from 'viem';
import { tokenAbi } from '../abi';
import { type LocalClient, sendAndMine } from '../client';
import { TOKENS, type TokenSymbol } from '../production';

interface ContractCall {
  readonly to: Address;
  readonly abi: Abi | readonly unknown[];
  readonly functionName: string;
  readonly args: readonly unknown[];
  /** In wei. */
  readonly value?: bigint;
}

/** Sends as any account and waits until mined; a revert stops the deployment. */
export async function sendAs(
  client: LocalClient,
  from: Address,
  { to, abi, functionName, args, value = 0n }: ContractCall,
): Promise<void> {
  const data = encodeFunctionData({ abi: abi as Abi, functionName, args });
  const receipt = await sendAndMine(client, { from, to, data, value: numberToHex(value) });
  if (receipt.status !== 'success') throw new Error(`${functionName} of ${to} reverted`);
}

/** Mints the amount, in the token's smallest unit, and lets the spender take any. */
export async function provide(
  client: LocalClient,
  owner: Address,
  symbol: TokenSymbol,
  amount: bigint,
  spender: Address,
): Promise<void> {
  const to = TOKENS[symbol].address;
  await sendAs(client, owner, { to, abi: tokenAbi, functionName: 'mint', args: [owner, amount] });
  await sendAs(client, owner, { to, abi: tokenAbi, functionName: 'approve', args: [spender, maxUint256] });
}
