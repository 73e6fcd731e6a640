import { type Address, encodeFunctionData, parseAbi, parseUnits } from 'viem';
import { type LocalClient, sendAndMine } from '../client';
import { TOKENS, type TokenSymbol, V2_MARKETS, type V2MarketName } from '../production';
import { allowAll } from '../tokens';
import { LIQUIDATOR } from './liquidator';
import { RESERVES, V2_LISTED } from './parameters';
import { WHALE } from './whale';

const poolAbi = parseAbi([
  'function deposit(address asset, uint256 amount, address onBehalfOf, uint16 referralCode)',
  'function borrow(address asset, uint256 amount, uint256 interestRateMode, uint16 referralCode, address onBehalfOf)',
]);
const tokenAbi = parseAbi(['function mint(address account, uint256 value) returns (bool)']);

/** A tenth of what the whale has in v3's Core; the liquidator may spend from the first day. */
export async function fillV2Market(client: LocalClient, name: V2MarketName): Promise<void> {
  const { pool } = V2_MARKETS[name];
  for (const symbol of V2_LISTED[name]) {
    const { address } = TOKENS[symbol];
    for (const owner of [WHALE, LIQUIDATOR]) await allowAll(client, address, owner, pool);
    await deposit(client, name, symbol, RESERVES[symbol].whale.supplies / 10);
  }
  for (const symbol of V2_LISTED[name]) {
    const amount = wholeOf(symbol, RESERVES[symbol].whale.borrows / 10);
    const args = [TOKENS[symbol].address, amount, 2n, 0, WHALE] as const;
    await send(client, pool, encodeFunctionData({ abi: poolAbi, functionName: 'borrow', args }));
  }
}

/** Touches every reserve, so that its index has left 1.0 when a chain starts. */
export async function ageAaveV2(client: LocalClient): Promise<void> {
  for (const name of Object.keys(V2_MARKETS) as V2MarketName[]) {
    for (const symbol of V2_LISTED[name]) await deposit(client, name, symbol, 1);
  }
}

async function deposit(client: LocalClient, name: V2MarketName, symbol: TokenSymbol, whole: number) {
  const { address } = TOKENS[symbol];
  const amount = wholeOf(symbol, whole);
  const mint = { abi: tokenAbi, functionName: 'mint', args: [WHALE, amount] } as const;
  await send(client, address, encodeFunctionData(mint));
  const args = [address, amount, WHALE, 0] as const;
  await send(
    client,
    V2_MARKETS[name].pool,
    encodeFunctionData({ abi: poolAbi, functionName: 'deposit', args }),
  );
}

const wholeOf = (symbol: TokenSymbol, whole: number) => parseUnits(String(whole), TOKENS[symbol].decimals);

async function send(client: LocalClient, to: Address, data: `0x${string}`): Promise<void> {
  const receipt = await sendAndMine(client, { from: WHALE, to, data });
  if (receipt.status !== 'success') throw new Error(`The whale's call of ${to} reverted: ${data}`);
}
