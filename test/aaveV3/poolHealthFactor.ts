import { type Address, decodeFunctionResult, encodeFunctionData } from 'viem';
import { poolAbi } from '../localnet/abi';
import { MARKETS } from '../localnet/production';
import type { Localnet } from '../localnet/start';
import { asOverride, type PriceSet } from './prices';

/** The pool's own health factor, asked for without any code of the product. */
export async function poolHealthFactor(
  localnet: Localnet,
  account: Address,
  prices: PriceSet,
): Promise<bigint> {
  const data = encodeFunctionData({ abi: poolAbi, functionName: 'getUserAccountData', args: [account] });
  const stateOverride = asOverride(prices);
  const { data: reply } = await localnet.client.call({ to: MARKETS.Core.pool, data, stateOverride });
  return decodeFunctionResult({ abi: poolAbi, functionName: 'getUserAccountData', data: reply ?? '0x' })[5];
}
