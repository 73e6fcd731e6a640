import { type Address, encodeFunctionData, parseUnits } from 'viem';
import { poolAbi, tokenAbi } from '../abi';
import { type LocalClient, sendAndMine } from '../client';
import { MARKETS, type MarketName, TOKENS, type TokenSymbol } from '../production';
import { LISTED, RESERVES } from './parameters';

/** Supplies every reserve and borrows from it, so that others can borrow and interest accrues as in a live market. */
export const WHALE: Address = '0x3a1e000000000000000000000000000000000001';

const HALF_A_YEAR = 182n * 24n * 3600n;

async function send(client: LocalClient, to: Address, data: `0x${string}`): Promise<void> {
  const receipt = await sendAndMine(client, { from: WHALE, to, data });
  if (receipt.status !== 'success') throw new Error(`The whale's call of ${to} reverted: ${data}`);
}

export async function fillMarket(client: LocalClient, name: MarketName): Promise<void> {
  const share = name === 'Core' ? 1 : 0.1;
  for (const symbol of LISTED[name])
    await supply(client, name, symbol, RESERVES[symbol].whale.supplies * share);
  for (const symbol of LISTED[name])
    await borrow(client, name, symbol, RESERVES[symbol].whale.borrows * share);
}

/** Half a year later every index has left 1.0, where a wrong rounding would not show. */
export async function ageMarkets(client: LocalClient, names: MarketName[]): Promise<void> {
  const { timestamp } = await client.getBlock();
  await client.setNextBlockTimestamp({ timestamp: timestamp + HALF_A_YEAR });
  for (const name of names) for (const symbol of LISTED[name]) await supply(client, name, symbol, 1);
}

async function supply(client: LocalClient, name: MarketName, symbol: TokenSymbol, whole: number) {
  const { address, decimals } = TOKENS[symbol];
  const { pool } = MARKETS[name];
  const amount = parseUnits(String(whole), decimals);
  const mint = { abi: tokenAbi, functionName: 'mint', args: [WHALE, amount] } as const;
  const approve = { abi: tokenAbi, functionName: 'approve', args: [pool, amount] } as const;
  const deposit = { abi: poolAbi, functionName: 'supply', args: [address, amount, WHALE, 0] } as const;
  await send(client, address, encodeFunctionData(mint));
  await send(client, address, encodeFunctionData(approve));
  await send(client, pool, encodeFunctionData(deposit));
}

async function borrow(client: LocalClient, name: MarketName, symbol: TokenSymbol, whole: number) {
  const { address, decimals } = TOKENS[symbol];
  const amount = parseUnits(String(whole), decimals);
  const take = { abi: poolAbi, functionName: 'borrow', args: [address, amount, 2n, 0, WHALE] } as const;
  await send(client, MARKETS[name].pool, encodeFunctionData(take));
}
