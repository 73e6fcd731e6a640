import {
  type Abi,
  type Address,
  encodeFunctionData,
  type Hex,
  numberToHex,
  parseEventLogs,
  type TransactionReceipt,
} from 'viem';
import type { LocalClient, Transaction } from './client';
import { comptrollerAbi, cTokenAbi } from './deploy/compoundV2';
import { COMPOUND_ORACLE, COMPTROLLER, CTOKENS, type CTokenSymbol } from './deploy/compoundV2Markets';
import { priceSlot, writePrice } from './deploy/compoundV2Oracle';
import { ADMIN } from './deploy/deployer';
import { LIQUIDATOR } from './deploy/liquidator';
import { inOneBlock } from './oneBlock';
import { TOKENS } from './production';
import { ContractRevert, ethCall, transact } from './revert';
import { allowAll, createTokens } from './tokens';

interface CompoundLiquidation {
  readonly borrower: Address;
  readonly debt: CTokenSymbol;
  readonly collateral: CTokenSymbol;
  /** Debt to repay, in the underlying's smallest unit. */
  readonly amount: bigint;
  /** Markets to which the liquidator adds the interest before, in the same block. */
  readonly accrueFirst?: readonly CTokenSymbol[];
}

/** As the LiquidateBorrow event says; `error` is the Comptroller's code ('3': no shortfall) or the reason of a revert. */
type CompoundLiquidated =
  | { ok: true; txHash: Hex; repaid: bigint; cTokens: bigint }
  | { ok: false; error: string };

interface Snapshot {
  readonly cTokens: bigint;
  readonly borrowed: bigint;
  readonly exchangeRate: bigint;
}

/** Every method that changes something sends real transactions; a refusal, by code or by revert, throws ContractRevert. */
export interface LocalCompoundV2 {
  /** Provides the amount first, in the underlying's smallest unit. */
  mint(symbol: CTokenSymbol, account: Address, amount: bigint): Promise<void>;
  enter(account: Address, symbols: readonly CTokenSymbol[]): Promise<void>;
  exit(account: Address, symbol: CTokenSymbol): Promise<void>;
  borrow(symbol: CTokenSymbol, account: Address, amount: bigint): Promise<void>;
  /** Of a token, not of ether; what the account needs it has. */
  repay(symbol: CTokenSymbol, account: Address, amount: bigint): Promise<void>;
  /** As the contract has stored it: without the interest since anybody last touched the market. */
  snapshotOf(symbol: CTokenSymbol, account: Address): Promise<Snapshot>;
  /** Adds the interest up to the block of this transaction. */
  accrue(symbol: CTokenSymbol): Promise<void>;
  /** Dollars with 36 − decimals; mines a block unless `mine` is false. */
  setPrice(symbol: CTokenSymbol, mantissa: bigint, options?: { mine?: boolean }): Promise<void>;
  price(symbol: CTokenSymbol): Promise<bigint>;
  liquidate(liquidation: CompoundLiquidation): Promise<CompoundLiquidated>;
  pauseSeizing(on: boolean): Promise<void>;
  setCollateralFactor(symbol: CTokenSymbol, factor: bigint): Promise<void>;
  /** As governance gives a market up: factor 0, borrowing paused, all interest kept as reserves. */
  deprecate(symbol: CTokenSymbol): Promise<void>;
}

const WAD = 10n ** 18n;

export function createCompoundV2(client: LocalClient): LocalCompoundV2 {
  const tokens = createTokens(client);

  async function send(from: Address, to: Address, data: Hex, value = 0n): Promise<void> {
    accepted(await transact(client, { from, to, data, value: numberToHex(value) }));
  }

  const encode = (abi: Abi, functionName: string, args: readonly unknown[]) =>
    encodeFunctionData({ abi, functionName, args });
  const comptroller = (from: Address, functionName: string, args: readonly unknown[]) =>
    send(from, COMPTROLLER, encode(comptrollerAbi, functionName, args));
  const cToken = (from: Address, symbol: CTokenSymbol, functionName: string, args: readonly unknown[]) =>
    send(from, CTOKENS[symbol].address, encode(cTokenAbi, functionName, args));

  return {
    async mint(symbol, account, amount) {
      const { address, underlying } = CTOKENS[symbol];
      if (underlying === null) {
        await client.setBalance({ address: account, value: amount + 10n * WAD });
        return send(account, address, encode(cTokenAbi, 'mint', []), amount);
      }
      await tokens.mint(underlying, account, amount);
      await allowAll(client, TOKENS[underlying].address, account, address);
      return cToken(account, symbol, 'mint', [amount]);
    },
    enter: (account, symbols) =>
      comptroller(account, 'enterMarkets', [symbols.map((symbol) => CTOKENS[symbol].address)]),
    exit: (account, symbol) => comptroller(account, 'exitMarket', [CTOKENS[symbol].address]),
    borrow: (symbol, account, amount) => cToken(account, symbol, 'borrow', [amount]),
    async repay(symbol, account, amount) {
      const { address, underlying } = CTOKENS[symbol];
      if (underlying === null) throw new Error('Ether is repaid by its value');
      await allowAll(client, TOKENS[underlying].address, account, address);
      await cToken(account, symbol, 'repayBorrow', [amount]);
    },
    accrue: (symbol) => cToken(ADMIN, symbol, 'accrueInterest', []),
    pauseSeizing: (on) => comptroller(ADMIN, '_setSeizePaused', [on]),
    setCollateralFactor: (symbol, factor) =>
      comptroller(ADMIN, '_setCollateralFactor', [CTOKENS[symbol].address, factor]),
    async deprecate(symbol) {
      const { address } = CTOKENS[symbol];
      await comptroller(ADMIN, '_setCollateralFactor', [address, 0n]);
      await comptroller(ADMIN, '_setBorrowPaused', [address, true]);
      await cToken(ADMIN, symbol, '_setReserveFactor', [WAD]);
    },
    async snapshotOf(symbol, account) {
      const call = { functionName: 'getAccountSnapshot', args: [account] } as const;
      const { address } = CTOKENS[symbol];
      const [, cTokens, borrowed, exchangeRate] = await client.readContract({
        address,
        abi: cTokenAbi,
        ...call,
      });
      return { cTokens, borrowed, exchangeRate };
    },
    async setPrice(symbol, mantissa, { mine = true } = {}) {
      await writePrice(client, symbol, mantissa);
      if (mine) await client.mine({ blocks: 1 });
    },
    async price(symbol) {
      return BigInt((await client.getStorageAt({ address: COMPOUND_ORACLE, slot: priceSlot(symbol) })) ?? 0);
    },
    async liquidate({ borrower, debt, collateral, amount, accrueFirst = [] }) {
      const { address, underlying } = CTOKENS[debt];
      const isEther = underlying === null;
      const seized = CTOKENS[collateral].address;
      const args = isEther ? ([borrower, seized] as const) : ([borrower, amount, seized] as const);
      const data = encodeFunctionData({ abi: cTokenAbi, functionName: 'liquidateBorrow', args });
      const accrual = encodeFunctionData({ abi: cTokenAbi, functionName: 'accrueInterest' });
      const value = numberToHex(isEther ? amount : 0n);
      const accruals = accrueFirst.map((symbol) => ({ to: CTOKENS[symbol].address, data: accrual }));
      const receipt = await inOneBlock(client, LIQUIDATOR, [...accruals, { to: address, data, value }]);
      try {
        const { logs, transactionHash } = await succeeded(client, receipt, {
          from: LIQUIDATOR,
          to: address,
          data,
          value,
        });
        const [done] = parseEventLogs({ abi: cTokenAbi, eventName: 'LiquidateBorrow', logs });
        if (!done) throw new Error('Compound liquidated without saying so');
        const { repayAmount, seizeTokens } = done.args;
        return { ok: true, txHash: transactionHash, repaid: repayAmount, cTokens: seizeTokens };
      } catch (error) {
        if (error instanceof ContractRevert) return { ok: false, error: error.reason };
        throw error;
      }
    },
  };
}

/** A cToken's failure carries the Comptroller's code as detail where that is what refused. */
function accepted(receipt: TransactionReceipt): TransactionReceipt {
  const [failure] = parseEventLogs({ abi: cTokenAbi, eventName: 'Failure', logs: receipt.logs });
  if (failure) throw new ContractRevert(`${failure.args.detail || failure.args.err}`);
  return receipt;
}

async function succeeded(
  client: LocalClient,
  receipt: TransactionReceipt,
  tx: Transaction,
): Promise<TransactionReceipt> {
  if (receipt.status !== 'success') await ethCall(client, tx, numberToHex(receipt.blockNumber));
  return accepted(receipt);
}
