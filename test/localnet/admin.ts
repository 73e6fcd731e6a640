import { type Address, encodeFunctionData, type Hex, zeroAddress } from 'viem';
import { configuratorAbi, providerAbi, setEModeCategoryAbi } from './abi';
import type { LocalClient } from './client';
import { ADMIN } from './deploy/deployer';
import type { CollateralParameters } from './deploy/parameters';
import { type AaveVersion, versionOf } from './genesis';
import { MARKETS, type MarketName, TOKENS, type TokenSymbol } from './production';
import { transact } from './revert';

interface EModeCategory extends CollateralParameters {
  id: number;
  label: string;
  /** 3.0 only: one price for every asset of the category. */
  priceSource?: Address;
}

interface EModeMembership {
  collateral?: boolean;
  borrowable?: boolean;
  ltvZero?: boolean;
}

/** Parameter changes as governance makes them, through the market's PoolConfigurator. */
export interface Admin {
  configureReserve(market: MarketName, symbol: TokenSymbol, parameters: CollateralParameters): Promise<void>;
  setEModeCategory(market: MarketName, category: EModeCategory): Promise<void>;
  /** 3.6: changes the flags that are given. */
  setEModeMembership(
    market: MarketName,
    symbol: TokenSymbol,
    category: number,
    membership: EModeMembership,
  ): Promise<void>;
  /** 3.0: the one category that the reserve belongs to; 0 for none. */
  setReserveEMode(market: MarketName, symbol: TokenSymbol, category: number): Promise<void>;
  pause(market: MarketName, symbol: TokenSymbol, on: boolean): Promise<void>;
  freeze(market: MarketName, symbol: TokenSymbol, on: boolean): Promise<void>;
}

export function createAdmin(client: LocalClient, version: AaveVersion): Admin {
  async function configure(market: MarketName, data: Hex): Promise<void> {
    const to = await client.readContract({
      address: MARKETS[market].provider,
      abi: providerAbi,
      functionName: 'getPoolConfigurator',
    });
    await transact(client, { from: ADMIN, to, data });
  }

  const abi = configuratorAbi;
  return {
    async configureReserve(market, symbol, { ltv, lt, bonus }) {
      const args = [TOKENS[symbol].address, BigInt(ltv), BigInt(lt), BigInt(bonus)] as const;
      const functionName = 'configureReserveAsCollateral';
      await configure(market, encodeFunctionData({ abi, functionName, args }));
    },
    async setEModeCategory(market, { id, ltv, lt, bonus, label, priceSource = zeroAddress }) {
      const functionName = 'setEModeCategory';
      const data =
        versionOf(market, version) === '3.6'
          ? encodeFunctionData({
              abi: setEModeCategoryAbi['3.6'],
              functionName,
              args: [id, ltv, lt, bonus, label],
            })
          : encodeFunctionData({
              abi: setEModeCategoryAbi['3.0'],
              functionName,
              args: [id, ltv, lt, bonus, priceSource, label],
            });
      await configure(market, data);
    },
    async setEModeMembership(market, symbol, category, { collateral, borrowable, ltvZero }) {
      const changes = [
        ['setAssetCollateralInEMode', collateral],
        ['setAssetBorrowableInEMode', borrowable],
        ['setAssetLtvzeroInEMode', ltvZero],
      ] as const;
      for (const [functionName, on] of changes) {
        if (on === undefined) continue;
        const args = [TOKENS[symbol].address, category, on] as const;
        await configure(market, encodeFunctionData({ abi, functionName, args }));
      }
    },
    async setReserveEMode(market, symbol, category) {
      const args = [TOKENS[symbol].address, category] as const;
      await configure(market, encodeFunctionData({ abi, functionName: 'setAssetEModeCategory', args }));
    },
    async pause(market, symbol, on) {
      const args = [TOKENS[symbol].address, on] as const;
      await configure(market, encodeFunctionData({ abi, functionName: 'setReservePause', args }));
    },
    async freeze(market, symbol, on) {
      const args = [TOKENS[symbol].address, on] as const;
      await configure(market, encodeFunctionData({ abi, functionName: 'setReserveFreeze', args }));
    },
  };
}
