import { type Address, decodeFunctionResult, encodeFunctionData, parseAbi, parseUnits } from 'viem';
import { MULTICALL3 } from '../../src/chain/multicall';
import { borrowerOf } from '../aaveV3/portfolio';
import { poolAbi } from '../localnet/abi';
import { MARKETS } from '../localnet/production';
import { ContractRevert } from '../localnet/revert';
import { type Localnet, startLocalnet } from '../localnet/start';
import type { Limits } from './oracle/reckoning';
import type { Word } from './oracle/wallet';
import type { Prices } from './prices';
import { type Conduct, type Tale, told } from './weather';

const abi = parseAbi([
  'struct Call3 { address target; bool allowFailure; bytes callData; }',
  'struct Result { bool success; bytes returnData; }',
  'function aggregate3(Call3[] calls) view returns (Result[] returnData)',
  'function getCurrentBlockTimestamp() view returns (uint256)',
]);

/** Of the borrowers of this day every fifth owes ether against staked ether. */
export interface Borrower {
  readonly address: Address;
  readonly key: string;
  readonly limits: Limits;
  readonly held: 'WETH' | 'wstETH';
  readonly owed: 'USDC' | 'WETH';
  readonly debt: bigint;
}

export type Percents = Limits['begin'];

const volatile: Limits = { begin: [40n, 20n, 10n], margin: 5n };
const pegged: Limits = { begin: [8n, 4n, 2n], margin: 1n };

/** The usual levels of a kind, which its margin tells. */
export const usualOf = ({ margin }: Limits): Percents => (margin === pegged.margin ? pegged : volatile).begin;

function borrower(index: number, count: number): Borrower {
  const share = index / (count - 1);
  const address = borrowerOf(500 + index);
  const common = { address, key: `1:${MARKETS.Core.pool}:${address}` };
  // 10 staked ether carry 9.38 ether.
  if (index % 5 === 1) {
    const debt = parseUnits(`${8.7 + 0.6 * share}`, 18);
    return { ...common, limits: pegged, held: 'wstETH', owed: 'WETH', debt };
  }
  // 10 ether are $30,200 and may carry $24,310: from a third of that to nine tenths.
  const debt = parseUnits(`${8_000 + Math.floor(14_200 * share)}`, 6);
  return { ...common, limits: volatile, held: 'WETH', owed: 'USDC', debt };
}

export interface World {
  readonly net: Localnet;
  readonly borrowers: readonly Borrower[];
  /** What an RPC that behaves so says of every borrower now. */
  words(conduct: Conduct, tale: Tale): Promise<Word[]>;
  /** One block at this time, with these prices. */
  moveTo(time: number, prices: Prices): Promise<void>;
  /** The owner pays back or borrows a share of the first debt. @returns whether the pool let them */
  act(index: number, percent: bigint): Promise<boolean>;
  /** @returns the transaction; null where the pool refuses */
  liquidate(index: number): Promise<string | null>;
}

/** The real contracts, and borrowers from calm to nearly liquidated. */
export async function startWorld(count: number, start: number): Promise<World> {
  const net = await startLocalnet({ timestamp: start });
  const borrowers = Array.from({ length: count }, (_, index) => borrower(index, count));
  for (const { address, held, owed, debt } of borrowers) {
    await net.supply('Core', address, held, parseUnits('10', 18));
    await net.borrow('Core', address, owed, debt);
  }
  const data = encodeFunctionData({
    abi,
    functionName: 'aggregate3',
    args: [
      [
        {
          target: MULTICALL3,
          callData: encodeFunctionData({ abi, functionName: 'getCurrentBlockTimestamp' }),
        },
        ...borrowers.map(({ address }) => ({
          target: MARKETS.Core.pool,
          callData: encodeFunctionData({ abi: poolAbi, functionName: 'getUserAccountData', args: [address] }),
        })),
      ].map((call) => ({ ...call, allowFailure: false })),
    ],
  });
  return {
    net,
    borrowers,
    async words(conduct, tale) {
      const reply = await net.client.call({
        to: MULTICALL3,
        data,
        ...(conduct === 'frozen' ? { blockNumber: tale.block } : {}),
        ...(conduct === 'lies' ? { stateOverride: [told(tale)] } : {}),
      });
      const [time, ...accounts] = decodeFunctionResult({
        abi,
        functionName: 'aggregate3',
        data: reply.data ?? '0x',
      });
      const at = Number(time?.returnData);
      return accounts.map(({ returnData }) => {
        const fields = decodeFunctionResult({
          abi: poolAbi,
          functionName: 'getUserAccountData',
          data: returnData,
        });
        return { healthFactors: [fields[5]], at };
      });
    },
    async moveTo(time, { ether, stakedEther }) {
      await net.setPrice('WETH', ether, { mine: false });
      await net.setPrice('wstETH', stakedEther, { mine: false });
      const { timestamp } = await net.client.getBlock();
      await net.advance(time - Number(timestamp));
    },
    async act(index, percent) {
      const { address, owed, debt } = borrowers[index] as Borrower;
      const amount = (debt * (percent < 0n ? -percent : percent)) / 100n;
      try {
        await (percent < 0n ? net.repay : net.borrow)('Core', address, owed, amount);
        return true;
      } catch (error) {
        if (!(error instanceof ContractRevert)) throw error;
        return false;
      }
    },
    async liquidate(index) {
      const { address, held, owed } = borrowers[index] as Borrower;
      const result = await net.liquidate({ market: 'Core', borrower: address, collateral: held, debt: owed });
      return result.ok ? result.txHash : null;
    },
  };
}
