import { type Address, encodeFunctionData, numberToHex, parseAbi, parseEventLogs, parseUnits } from 'viem';
import type { Action } from '../../src/model/action';
import type { CompoundV2Position } from '../../src/protocols/compoundV2/rules.position';
import { cTokenAbi } from '../localnet/deploy/compoundV2';
import { CTOKEN_SYMBOLS, CTOKENS } from '../localnet/deploy/compoundV2Markets';
import { inOneBlock } from '../localnet/oneBlock';
import { TOKENS } from '../localnet/production';
import { ContractRevert } from '../localnet/revert';
import type { Localnet } from '../localnet/start';
import { allowAll } from '../localnet/tokens';
import { cTokenAt } from './books';

const abi = parseAbi([
  'function mint(uint256 mintAmount) returns (uint256)',
  'function redeem(uint256 redeemTokens) returns (uint256)',
  'function redeemUnderlying(uint256 redeemAmount) returns (uint256)',
  'function borrow(uint256 borrowAmount) returns (uint256)',
  'function repayBorrow(uint256 repayAmount) returns (uint256)',
]);
const etherAbi = parseAbi(['function mint() payable', 'function repayBorrow() payable']);

const PLENTY = parseUnits('1000000000', 18);

/** So that an action needs no other transaction: interest counts by blocks. */
export async function provideFor({ client, mint }: Localnet, account: Address): Promise<void> {
  await client.setBalance({ address: account, value: PLENTY });
  for (const symbol of CTOKEN_SYMBOLS) {
    const { address, underlying } = CTOKENS[symbol];
    if (underlying === null) continue;
    await mint(underlying, account, PLENTY);
    await allowAll(client, TOKENS[underlying].address, account, address);
  }
}

/** The interest of all markets, and the owner's transaction after it, in the block that was read as pending. */
export async function act(
  { client }: Localnet,
  account: Address,
  action: Action,
  position: CompoundV2Position,
): Promise<void> {
  const accrual = encodeFunctionData({ abi: cTokenAbi, functionName: 'accrueInterest' });
  const accruals = CTOKEN_SYMBOLS.map((symbol) => ({ to: CTOKENS[symbol].address, data: accrual }));
  const receipt = await inOneBlock(client, account, [...accruals, callOf(action, position)]);
  const [failure] = parseEventLogs({ abi: cTokenAbi, eventName: 'Failure', logs: receipt.logs });
  if (failure) throw new ContractRevert(`${failure.args.err}: ${failure.args.detail}`);
  if (receipt.status !== 'success') throw new ContractRevert('no reason');
}

function callOf({ kind, place, amount }: Action, { collateral, debt }: CompoundV2Position) {
  const held = kind === 'supply' || kind === 'withdraw' ? collateral[place] : undefined;
  const to = (held ?? debt[place]!).cToken;
  const isEther = CTOKENS[cTokenAt(to)].underlying === null;
  if (isEther && (kind === 'supply' || kind === 'repay')) {
    const functionName = kind === 'supply' ? 'mint' : 'repayBorrow';
    return { to, data: encodeFunctionData({ abi: etherAbi, functionName }), value: numberToHex(amount) };
  }
  const isWhole = held !== undefined && kind === 'withdraw' && amount >= BigInt(held.amount);
  const functionName = (
    {
      supply: 'mint',
      withdraw: isWhole ? 'redeem' : 'redeemUnderlying',
      borrow: 'borrow',
      repay: 'repayBorrow',
    } as const
  )[kind];
  return {
    to,
    data: encodeFunctionData({ abi, functionName, args: [isWhole ? BigInt(held.cTokens) : amount] }),
  };
}
