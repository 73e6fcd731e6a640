import { decodeFunctionResult, encodeFunctionData, parseAbi } from 'viem';
import { MULTICALL3 } from '../../src/chain/multicall';
import { poolAbi } from '../localnet/abi';
import type { LocalClient } from '../localnet/client';
import { type Borrower, POOLS } from './borrowers';
import type { Word } from './oracle/wallet';
import { type Conduct, type Tale, told } from './weather';

const abi = parseAbi([
  'struct Call3 { address target; bool allowFailure; bytes callData; }',
  'struct Result { bool success; bytes returnData; }',
  'function aggregate3(Call3[] calls) view returns (Result[] returnData)',
  'function getCurrentBlockTimestamp() view returns (uint256)',
  'function getBlockNumber() view returns (uint256)',
]);

const own = (functionName: 'getCurrentBlockTimestamp' | 'getBlockNumber') => ({
  target: MULTICALL3,
  callData: encodeFunctionData({ abi, functionName }),
});

/** Asks the contracts what an RPC that behaves so says of every borrower now. Both pools answer in the same form. */
export function wordsOf(client: LocalClient, borrowers: readonly Borrower[]) {
  const functionName = 'getUserAccountData';
  const calls = borrowers.flatMap(({ debts }) =>
    debts.map(({ owner, protocol }) => ({
      target: POOLS[protocol],
      callData: encodeFunctionData({ abi: poolAbi, functionName, args: [owner] }),
    })),
  );
  const data = encodeFunctionData({
    abi,
    functionName: 'aggregate3',
    args: [
      [own('getCurrentBlockTimestamp'), own('getBlockNumber'), ...calls].map((call) => ({
        ...call,
        allowFailure: false,
      })),
    ],
  });
  return async (conduct: Conduct, tale: Tale): Promise<Word[]> => {
    const reply = await client.call({
      to: MULTICALL3,
      data,
      ...(conduct === 'frozen' ? { blockNumber: tale.block } : {}),
      ...(conduct === 'lies' ? { stateOverride: told(tale) } : {}),
    });
    const results = decodeFunctionResult({ abi, functionName: 'aggregate3', data: reply.data ?? '0x' });
    const [time, number, ...accounts] = results.map(({ returnData }) => returnData);
    const factors = accounts.map(
      (account) => decodeFunctionResult({ abi: poolAbi, functionName, data: account })[5],
    );
    return borrowers.map(({ debts }) => ({
      healthFactors: factors.splice(0, debts.length),
      block: BigInt(number ?? 0),
      at: Number(time),
    }));
  };
}
