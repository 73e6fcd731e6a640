import {
  type Address,
  decodeFunctionResult,
  encodeFunctionData,
  type Hash,
  maxUint256,
  numberToHex,
  pad,
  parseAbi,
  parseEventLogs,
  type StateOverride,
} from 'viem';
import { dataProviderAbi } from '../localnet/abi';
import { inEther } from '../localnet/deploy/aaveV2';
import { LIQUIDATOR } from '../localnet/deploy/liquidator';
import { V2_LISTED } from '../localnet/deploy/parameters';
import { TOKENS, type TokenSymbol, V2_FEEDS, V2_MARKETS, type V2MarketName } from '../localnet/production';
import { ContractRevert, transact } from '../localnet/revert';
import type { Localnet } from '../localnet/start';
import { allowAll } from '../localnet/tokens';

const abi = parseAbi([
  'function deposit(address asset, uint256 amount, address onBehalfOf, uint16 referralCode)',
  'function borrow(address asset, uint256 amount, uint256 interestRateMode, uint16 referralCode, address onBehalfOf)',
  'function repay(address asset, uint256 amount, uint256 rateMode, address onBehalfOf)',
  'function withdraw(address asset, uint256 amount, address to)',
  'function setUserUseReserveAsCollateral(address asset, bool useAsCollateral)',
  'function liquidationCall(address collateralAsset, address debtAsset, address user, uint256 debtToCover, bool receiveAToken)',
  'function getUserAccountData(address user) view returns (uint256 totalCollateralETH, uint256 totalDebtETH, uint256 availableBorrowsETH, uint256 currentLiquidationThreshold, uint256 ltv, uint256 healthFactor)',
  'event LiquidationCall(address indexed collateralAsset, address indexed debtAsset, address indexed user, uint256 debtToCover, uint256 liquidatedCollateralAmount, address liquidator, bool receiveAToken)',
]);

export const LISTED = V2_LISTED.Main;

/** Oracle integers, 18 decimals, in ETH; WETH is 1. */
export type PriceSet = Partial<Record<TokenSymbol, bigint>>;

export const initialPrices = Object.fromEntries(LISTED.map((symbol) => [symbol, inEther(symbol)])) as Record<
  TokenSymbol,
  bigint
>;

const ANSWER = pad('0x0');
const word = (price: bigint) => numberToHex(price, { size: 32 });

/** For one eth_call the feeds answer these prices: MockAggregator keeps its answer in slot 0. */
export const asOverride = (prices: PriceSet): StateOverride =>
  LISTED.flatMap((symbol) => {
    const [price, address] = [prices[symbol], V2_FEEDS[symbol]];
    if (price === undefined || !address) return [];
    return [{ address, stateDiff: [{ slot: ANSWER, value: word(price) }] }];
  });

/** A liquidation that the pool carried out, by its own event, or its refusal in its own words. */
export type Liquidated = { ok: true; repaid: bigint; seized: bigint } | { ok: false; error: string };

/** The real pool, by real transactions; every method throws ContractRevert where it refuses. */
export function createV2(localnet: Localnet, market: V2MarketName = 'Main') {
  const { client } = localnet;
  const { pool } = V2_MARKETS[market];
  const send = (from: Address, data: `0x${string}`) => transact(client, { from, to: pool, data });

  async function liquidationOf(hash: Hash): Promise<Liquidated> {
    const { logs } = await client.getTransactionReceipt({ hash });
    const [event] = parseEventLogs({ abi, logs, eventName: 'LiquidationCall' });
    if (!event) throw new Error('no event');
    return { ok: true, repaid: event.args.debtToCover, seized: event.args.liquidatedCollateralAmount };
  }

  return {
    async deposit(account: Address, symbol: TokenSymbol, amount: bigint) {
      await localnet.mint(symbol, account, amount);
      await allowAll(client, TOKENS[symbol].address, account, pool);
      const args = [TOKENS[symbol].address, amount, account, 0] as const;
      await send(account, encodeFunctionData({ abi, functionName: 'deposit', args }));
    },
    async borrow(account: Address, symbol: TokenSymbol, amount: bigint, mode: 'stable' | 'variable') {
      const args = [TOKENS[symbol].address, amount, mode === 'stable' ? 1n : 2n, 0, account] as const;
      await send(account, encodeFunctionData({ abi, functionName: 'borrow', args }));
    },
    /** The debt at the variable rate first, then the one at the stable rate. */
    async repay(account: Address, symbol: TokenSymbol, amount: bigint) {
      await localnet.mint(symbol, account, amount);
      await allowAll(client, TOKENS[symbol].address, account, pool);
      const functionName = 'getUserReserveData';
      const { dataProvider: address } = V2_MARKETS[market];
      const of = [TOKENS[symbol].address, account] as const;
      const variable = (
        await client.readContract({ address, abi: dataProviderAbi, functionName, args: of })
      )[2];
      const first = amount < variable ? amount : variable;
      for (const [part, mode] of [[first, 2n] as const, [amount - first, 1n] as const]) {
        const args = [TOKENS[symbol].address, part, mode, account] as const;
        if (part > 0n) await send(account, encodeFunctionData({ abi, functionName: 'repay', args }));
      }
    },
    async withdraw(account: Address, symbol: TokenSymbol, amount: bigint) {
      const args = [TOKENS[symbol].address, amount, account] as const;
      await send(account, encodeFunctionData({ abi, functionName: 'withdraw', args }));
    },
    async setCollateral(account: Address, symbol: TokenSymbol, on: boolean) {
      const args = [TOKENS[symbol].address, on] as const;
      await send(account, encodeFunctionData({ abi, functionName: 'setUserUseReserveAsCollateral', args }));
    },
    async setPrice(symbol: TokenSymbol, price: bigint) {
      const address = V2_FEEDS[symbol];
      if (!address) throw new Error(`${symbol} has no feed`);
      await client.setStorageAt({ address, index: ANSWER, value: word(price) });
      await client.mine({ blocks: 1 });
    },
    /** getUserAccountData, asked for without any code of the product. */
    async account(account: Address, prices: PriceSet = {}) {
      const data = encodeFunctionData({ abi, functionName: 'getUserAccountData', args: [account] });
      const { data: reply } = await client.call({ to: pool, data, stateOverride: asOverride(prices) });
      const answer = decodeFunctionResult({ abi, functionName: 'getUserAccountData', data: reply ?? '0x' });
      return { availableBorrows: answer[2], healthFactor: answer[5] };
    },
    async hasStableDebt(account: Address): Promise<boolean> {
      const debts = LISTED.map(async (symbol) => {
        const functionName = 'getUserReserveData';
        const args = [TOKENS[symbol].address, account] as const;
        const { dataProvider: address } = V2_MARKETS[market];
        return (await client.readContract({ address, abi: dataProviderAbi, functionName, args }))[1];
      });
      return (await Promise.all(debts)).some((debt) => debt > 0n);
    },
    /** As much as the pool allows. */
    async liquidate(borrower: Address, collateral: TokenSymbol, debt: TokenSymbol): Promise<Liquidated> {
      const args = [TOKENS[collateral].address, TOKENS[debt].address, borrower, maxUint256, false] as const;
      const data = encodeFunctionData({ abi, functionName: 'liquidationCall', args });
      try {
        return await liquidationOf(
          (await transact(client, { from: LIQUIDATOR, to: pool, data })).transactionHash,
        );
      } catch (error) {
        if (error instanceof ContractRevert) return { ok: false, error: error.reason };
        throw error;
      }
    },
  };
}

export type V2 = ReturnType<typeof createV2>;
