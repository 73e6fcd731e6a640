import { type Address, encodeFunctionData, type Hex, maxUint256 } from 'viem';
import { dataProviderAbi, poolAbi } from './abi';
import type { LocalClient } from './client';
import { MARKETS, type MarketName, TOKENS, type TokenSymbol } from './production';
import { transact } from './revert';
import { allowAll, type Tokens } from './tokens';

/** Amounts are in the token's smallest unit; 'all' is the whole balance or debt. */
type Amount = bigint | 'all';
type RateMode = 'variable' | 'stable';

/** getUserAccountData: base currency with eight decimals, thresholds in basis points, health factor with eighteen. */
interface AccountData {
  totalCollateralBase: bigint;
  totalDebtBase: bigint;
  availableBorrowsBase: bigint;
  currentLiquidationThreshold: bigint;
  ltv: bigint;
  healthFactor: bigint;
}

interface ReservePosition {
  supplied: bigint;
  stableDebt: bigint;
  variableDebt: bigint;
  isCollateral: boolean;
}

/** Every method sends real transactions of the account and throws ContractRevert if the pool refuses. */
export interface Positions {
  /** Mints what the account lacks and approves the pool. */
  supply(market: MarketName, account: Address, symbol: TokenSymbol, amount: bigint): Promise<void>;
  borrow(
    market: MarketName,
    account: Address,
    symbol: TokenSymbol,
    amount: bigint,
    rate?: RateMode,
  ): Promise<void>;
  /** Mints what the account lacks and approves the pool. */
  repay(
    market: MarketName,
    account: Address,
    symbol: TokenSymbol,
    amount: Amount,
    rate?: RateMode,
  ): Promise<void>;
  withdraw(market: MarketName, account: Address, symbol: TokenSymbol, amount: Amount): Promise<void>;
  setCollateral(market: MarketName, account: Address, symbol: TokenSymbol, on: boolean): Promise<void>;
  setEMode(market: MarketName, account: Address, category: number): Promise<void>;
  accountData(market: MarketName, account: Address): Promise<AccountData>;
  reservePosition(market: MarketName, account: Address, symbol: TokenSymbol): Promise<ReservePosition>;
}

const MODE = { stable: 1n, variable: 2n } as const;
const raw = (amount: Amount) => (amount === 'all' ? maxUint256 : amount);

export function createPositions(client: LocalClient, tokens: Tokens): Positions {
  async function send(market: MarketName, from: Address, data: Hex): Promise<void> {
    await transact(client, { from, to: MARKETS[market].pool, data });
  }

  async function provide(market: MarketName, account: Address, symbol: TokenSymbol, amount: bigint) {
    const held = await tokens.balance(symbol, account);
    if (held < amount) await tokens.mint(symbol, account, amount - held);
    await allowAll(client, TOKENS[symbol].address, account, MARKETS[market].pool);
  }

  async function reservePosition(market: MarketName, account: Address, symbol: TokenSymbol) {
    const fields = await client.readContract({
      address: MARKETS[market].dataProvider,
      abi: dataProviderAbi,
      functionName: 'getUserReserveData',
      args: [TOKENS[symbol].address, account],
    });
    return { supplied: fields[0], stableDebt: fields[1], variableDebt: fields[2], isCollateral: fields[8] };
  }

  return {
    async supply(market, account, symbol, amount) {
      await provide(market, account, symbol, amount);
      const args = [TOKENS[symbol].address, amount, account, 0] as const;
      await send(market, account, encodeFunctionData({ abi: poolAbi, functionName: 'supply', args }));
    },
    async borrow(market, account, symbol, amount, rate = 'variable') {
      const args = [TOKENS[symbol].address, amount, MODE[rate], 0, account] as const;
      await send(market, account, encodeFunctionData({ abi: poolAbi, functionName: 'borrow', args }));
    },
    async repay(market, account, symbol, amount, rate = 'variable') {
      const { stableDebt, variableDebt } = await reservePosition(market, account, symbol);
      // Interest accrues until the repayment is mined: one percent covers it, the rest stays with the account.
      const whole = ((stableDebt + variableDebt) * 101n) / 100n + 1n;
      await provide(market, account, symbol, amount === 'all' ? whole : amount);
      const args = [TOKENS[symbol].address, raw(amount), MODE[rate], account] as const;
      await send(market, account, encodeFunctionData({ abi: poolAbi, functionName: 'repay', args }));
    },
    async withdraw(market, account, symbol, amount) {
      const args = [TOKENS[symbol].address, raw(amount), account] as const;
      await send(market, account, encodeFunctionData({ abi: poolAbi, functionName: 'withdraw', args }));
    },
    async setCollateral(market, account, symbol, on) {
      const call = {
        functionName: 'setUserUseReserveAsCollateral',
        args: [TOKENS[symbol].address, on],
      } as const;
      await send(market, account, encodeFunctionData({ abi: poolAbi, ...call }));
    },
    async setEMode(market, account, category) {
      const call = { functionName: 'setUserEMode', args: [category] } as const;
      await send(market, account, encodeFunctionData({ abi: poolAbi, ...call }));
    },
    async accountData(market, account) {
      const [
        totalCollateralBase,
        totalDebtBase,
        availableBorrowsBase,
        currentLiquidationThreshold,
        ltv,
        healthFactor,
      ] = await client.readContract({
        address: MARKETS[market].pool,
        abi: poolAbi,
        functionName: 'getUserAccountData',
        args: [account],
      });
      return {
        totalCollateralBase,
        totalDebtBase,
        availableBorrowsBase,
        currentLiquidationThreshold,
        ltv,
        healthFactor,
      };
    },
    reservePosition,
  };
}
