import { type Address, decodeFunctionResult, encodeFunctionData, type Hex, multicall3Abi } from 'viem';
import { comptrollerAbi, cTokenAbi } from '../localnet/deploy/compoundV2';
import {
  COMPTROLLER,
  CTOKEN_SYMBOLS,
  CTOKENS,
  type CTokenSymbol,
} from '../localnet/deploy/compoundV2Markets';
import { MULTICALL3 } from '../localnet/production';
import type { Localnet } from '../localnet/start';
import { asOverride, type Prices } from './books';

export interface Answer {
  readonly code: bigint;
  readonly liquidity: bigint;
  readonly shortfall: bigint;
  /** Whether a liquidation of the pair is let through to the payment; null where no pair was given. */
  readonly liquidates: boolean | null;
}

/** What a cToken returns where the Comptroller refuses (TokenErrorReporter.Error.COMPTROLLER_REJECTION). */
const REJECTED = 3n;

/**
 * The contract's own answers with the interest of all markets added, without any code of the product: the account's
 * liquidity, and a liquidation of the smallest unit of a debt in ERC-20 tokens by somebody who cannot pay for it.
 */
export async function askComptroller(
  { client }: Localnet,
  account: Address,
  prices: Prices,
  pair: { readonly debt: CTokenSymbol; readonly collateral: CTokenSymbol } | null,
): Promise<Answer> {
  const accrual = encodeFunctionData({ abi: cTokenAbi, functionName: 'accrueInterest' });
  const liquidity = { functionName: 'getAccountLiquidity', args: [account] } as const;
  const calls = [
    ...CTOKEN_SYMBOLS.map((of) => ({ target: CTOKENS[of].address, callData: accrual })),
    { target: COMPTROLLER, callData: encodeFunctionData({ abi: comptrollerAbi, ...liquidity }) },
    ...(pair
      ? [{ target: CTOKENS[pair.debt].address, callData: liquidationData(account, pair.collateral) }]
      : []),
  ].map((call) => ({ ...call, allowFailure: true }));
  const data = encodeFunctionData({ abi: multicall3Abi, functionName: 'aggregate3', args: [calls] });
  const { data: reply = '0x' } = await client.call({
    to: MULTICALL3,
    data,
    stateOverride: asOverride(prices),
  });
  const results = decodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', data: reply });
  const said = results[CTOKEN_SYMBOLS.length]!.returnData;
  const [code, surplus, shortfall] = decodeFunctionResult({
    abi: comptrollerAbi,
    functionName: 'getAccountLiquidity',
    data: said,
  });
  const attempt = pair ? results[CTOKEN_SYMBOLS.length + 1] : undefined;
  const liquidates = attempt ? !attempt.success || BigInt(attempt.returnData) !== REJECTED : null;
  return { code, liquidity: surplus, shortfall, liquidates };
}

function liquidationData(borrower: Address, collateral: CTokenSymbol): Hex {
  const args = [borrower, 1n, CTOKENS[collateral].address] as const;
  return encodeFunctionData({ abi: cTokenAbi, functionName: 'liquidateBorrow', args });
}
