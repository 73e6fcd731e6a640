import { readContract, simulateContract, waitForTransactionReceipt, writeContract } from '@wagmi/core';
import { type Abi, type Address, maxUint256, parseAbi, parseUnits } from 'viem';
import { poolAbi, tokenAbi } from '../../localnet/abi';
import { MARKETS, TOKENS, type TokenSymbol } from '../../localnet/production';
import { wagmi } from './wagmi';

export type Action = 'supply' | 'borrow' | 'repay' | 'withdraw';

const { pool } = MARKETS.Core;
const VARIABLE = 2n;
/** Fixed, because an estimate for one block may fall short in the next. */
const GAS = 2_000_000n;

/** What the pool says when it refuses, so that the page can name it. */
const refusals = parseAbi([
  'error HealthFactorLowerThanLiquidationThreshold()',
  'error CollateralCannotCoverNewBorrow()',
  'error NotEnoughAvailableUserBalance()',
  'error NoDebtOfSelectedType()',
  'error BorrowingNotEnabled()',
  'error LtvValidationFailed()',
  'error InvalidAmount()',
]);

/** Sends it through the wallet and waits until it is mined; `amount` as the user wrote it, or "max". */
export async function act(
  action: Action,
  symbol: TokenSymbol,
  written: string,
  user: Address,
): Promise<void> {
  const { address: asset, decimals } = TOKENS[symbol];
  const amount = written.trim() === 'max' ? maxUint256 : parseUnits(written.trim(), decimals);
  const token = { address: asset, abi: tokenAbi } as const;
  const all = { ...token, functionName: 'balanceOf', args: [user] } as const;
  const send = (functionName: string, args: readonly unknown[]) =>
    mine(user, { address: pool, abi: [...poolAbi, ...refusals], functionName, args });

  if (action === 'supply' || action === 'repay') {
    await mine(user, { ...token, functionName: 'approve', args: [pool, maxUint256] });
  }
  switch (action) {
    case 'supply':
      return send('supply', [
        asset,
        amount === maxUint256 ? await readContract(wagmi, all) : amount,
        user,
        0,
      ]);
    case 'borrow':
      return send('borrow', [asset, amount, VARIABLE, 0, user]);
    case 'repay':
      return send('repay', [asset, amount, VARIABLE, user]);
    case 'withdraw':
      return send('withdraw', [asset, amount, user]);
  }
}

interface Call {
  readonly address: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/** Tried out first: only a call says why it would be refused. */
async function mine(account: Address, call: Call): Promise<void> {
  const { request } = await simulateContract(wagmi, { ...call, account, gas: GAS });
  const hash = await writeContract(wagmi, request);
  const { status } = await waitForTransactionReceipt(wagmi, { hash });
  if (status !== 'success') throw new Error('The contract refused it.');
}
