import { type Address, encodeFunctionData, type Hex, numberToHex, parseEventLogs } from 'viem';
import type { LocalClient } from './client';
import { LIQUIDATOR } from './deploy/liquidator';
import { morphoAbi } from './deploy/morpho';
import {
  MORPHO,
  MORPHO_MARKETS,
  type MorphoMarket,
  type MorphoMarketName,
  marketId,
  marketParams,
} from './deploy/morphoMarkets';
import { TOKENS, type TokenSymbol } from './production';
import { ContractRevert, ethCall, transact } from './revert';
import { allowAll, createTokens } from './tokens';

interface MorphoLiquidation {
  readonly market: MorphoMarketName;
  readonly borrower: Address;
  /** Collateral to take, in its smallest unit, */
  readonly seize?: bigint;
  /** or debt to repay, in shares. One of both. */
  readonly repayShares?: bigint;
}

/** Amounts that moved, as the Liquidate event says; `error` is Morpho's own reason: 'position is healthy'. */
type MorphoLiquidated =
  | { ok: true; txHash: Hex; repaid: bigint; seized: bigint; badDebt: bigint }
  | { ok: false; error: string };

/** Every method that changes something sends real transactions and throws ContractRevert if Morpho refuses. */
export interface LocalMorpho {
  /** Mints what is needed. */
  supplyCollateral(market: MorphoMarketName, account: Address, amount: bigint): Promise<void>;
  withdrawCollateral(market: MorphoMarketName, account: Address, amount: bigint): Promise<void>;
  borrow(market: MorphoMarketName, account: Address, amount: bigint): Promise<void>;
  /** Mints what is needed; shares of the debt. */
  repayShares(market: MorphoMarketName, account: Address, shares: bigint): Promise<void>;
  position(market: MorphoMarketName, account: Address): Promise<{ borrowShares: bigint; collateral: bigint }>;
  /** The market's oracle: 36 + loan decimals − collateral decimals. Mines a block unless `mine` is false. */
  setPrice(market: MorphoMarketName, price: bigint, options?: { mine?: boolean }): Promise<void>;
  price(market: MorphoMarketName): Promise<bigint>;
  liquidate(liquidation: MorphoLiquidation): Promise<MorphoLiquidated>;
  /** The same call by eth_call at the last block: nothing changes. */
  wouldLiquidate(liquidation: MorphoLiquidation): Promise<{ ok: true } | { ok: false; error: string }>;
}

/** OracleMock keeps its price, its only variable, in slot 0. */
export const PRICE_SLOT = numberToHex(0, { size: 32 });

export function createMorpho(client: LocalClient): LocalMorpho {
  const { mint } = createTokens(client);
  const definition = (name: MorphoMarketName): MorphoMarket => MORPHO_MARKETS[name];
  const send = (from: Address, data: Hex) => transact(client, { from, to: MORPHO, data });

  async function provide(account: Address, symbol: TokenSymbol | null, amount: bigint): Promise<void> {
    if (symbol === null) throw new Error('An idle market has no collateral');
    await mint(symbol, account, amount);
    await allowAll(client, TOKENS[symbol].address, account, MORPHO);
  }

  function liquidationData({ market, borrower, seize = 0n, repayShares = 0n }: MorphoLiquidation): Hex {
    const args = [marketParams(market), borrower, seize, repayShares, '0x'] as const;
    return encodeFunctionData({ abi: morphoAbi, functionName: 'liquidate', args });
  }

  return {
    async supplyCollateral(market, account, amount) {
      await provide(account, definition(market).collateral, amount);
      const args = [marketParams(market), amount, account, '0x'] as const;
      await send(account, encodeFunctionData({ abi: morphoAbi, functionName: 'supplyCollateral', args }));
    },
    async withdrawCollateral(market, account, amount) {
      const args = [marketParams(market), amount, account, account] as const;
      await send(account, encodeFunctionData({ abi: morphoAbi, functionName: 'withdrawCollateral', args }));
    },
    async borrow(market, account, amount) {
      const args = [marketParams(market), amount, 0n, account, account] as const;
      await send(account, encodeFunctionData({ abi: morphoAbi, functionName: 'borrow', args }));
    },
    async repayShares(market, account, shares) {
      await provide(account, definition(market).loan, shares);
      const args = [marketParams(market), 0n, shares, account, '0x'] as const;
      await send(account, encodeFunctionData({ abi: morphoAbi, functionName: 'repay', args }));
    },
    async position(market, account) {
      const call = { functionName: 'position', args: [marketId(market), account] } as const;
      const [, borrowShares, collateral] = await client.readContract({
        address: MORPHO,
        abi: morphoAbi,
        ...call,
      });
      return { borrowShares, collateral };
    },
    async setPrice(market, price, { mine = true } = {}) {
      const value = numberToHex(price, { size: 32 });
      await client.setStorageAt({ address: definition(market).oracle, index: PRICE_SLOT, value });
      if (mine) await client.mine({ blocks: 1 });
    },
    async price(market) {
      const slot = PRICE_SLOT;
      return BigInt((await client.getStorageAt({ address: definition(market).oracle, slot })) ?? 0);
    },
    async liquidate(liquidation) {
      try {
        const { transactionHash, logs } = await send(LIQUIDATOR, liquidationData(liquidation));
        const [done] = parseEventLogs({ abi: morphoAbi, eventName: 'Liquidate', logs });
        if (done) {
          const { repaidAssets, seizedAssets, badDebtAssets } = done.args;
          return {
            ok: true,
            txHash: transactionHash,
            repaid: repaidAssets,
            seized: seizedAssets,
            badDebt: badDebtAssets,
          };
        }
        throw new Error('Morpho liquidated without saying so');
      } catch (error) {
        return refusal(error);
      }
    },
    async wouldLiquidate(liquidation) {
      try {
        await ethCall(client, { from: LIQUIDATOR, to: MORPHO, data: liquidationData(liquidation) });
        return { ok: true };
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

function refusal(error: unknown): { ok: false; error: string } {
  if (error instanceof ContractRevert) return { ok: false, error: error.reason };
  throw error;
}
