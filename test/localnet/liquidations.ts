import { type Address, encodeFunctionData, type Hash, maxUint256 } from 'viem';
import { poolAbi } from './abi';
import type { LocalClient, Transaction } from './client';
import { LIQUIDATOR } from './deploy/liquidator';
import { MARKETS, type MarketName, TOKENS, type TokenSymbol } from './production';
import { ContractRevert, ethCall, transact } from './revert';

interface Liquidation {
  market: MarketName;
  borrower: Address;
  collateral: TokenSymbol;
  debt: TokenSymbol;
  /** Debt to cover in its smallest unit; as much as the pool allows if left out. */
  amount?: bigint;
}

/** `error` as the pool says it: 'HealthFactorNotBelowThreshold' on 3.6, '45' on 3.0. */
type LiquidationResult = { ok: true; txHash: Hash } | { ok: false; error: string };
type LiquidationVerdict = { ok: true } | { ok: false; error: string };

export interface Liquidations {
  /** A real liquidationCall by a funded liquidator. */
  liquidate(liquidation: Liquidation): Promise<LiquidationResult>;
  /** The same call by eth_call at the last block: nothing changes. */
  wouldLiquidate(liquidation: Liquidation): Promise<LiquidationVerdict>;
}

function liquidationCall({ market, borrower, collateral, debt, amount }: Liquidation): Transaction {
  const data = encodeFunctionData({
    abi: poolAbi,
    functionName: 'liquidationCall',
    args: [TOKENS[collateral].address, TOKENS[debt].address, borrower, amount ?? maxUint256, false],
  });
  return { from: LIQUIDATOR, to: MARKETS[market].pool, data };
}

function refusal(error: unknown): { ok: false; error: string } {
  if (error instanceof ContractRevert) return { ok: false, error: error.reason };
  throw error;
}

export function createLiquidations(client: LocalClient): Liquidations {
  return {
    async liquidate(liquidation) {
      try {
        const { transactionHash } = await transact(client, liquidationCall(liquidation));
        return { ok: true, txHash: transactionHash };
      } catch (error) {
        return refusal(error);
      }
    },
    async wouldLiquidate(liquidation) {
      try {
        await ethCall(client, liquidationCall(liquidation));
        return { ok: true };
      } catch (error) {
        return refusal(error);
      }
    },
  };
}
