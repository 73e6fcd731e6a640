import {
  type ContractFunctionName,
  type ContractFunctionReturnType,
  decodeFunctionData,
  decodeFunctionResult,
  encodeFunctionResult,
} from 'viem';
import type { Call, Result } from '../../src/model/reader';
import { cometAbi } from '../../src/protocols/compoundV3/abi';
import { altered, type Recording } from '../replay/recording';

type Name = ContractFunctionName<typeof cometAbi>;
type Answer<N extends Name> = ContractFunctionReturnType<typeof cometAbi, 'view', N>;

/** Name and arguments of a call to Comet; null for another contract's. */
export function cometCall({ data }: Call): { readonly name: Name; readonly args: readonly unknown[] } | null {
  try {
    const { functionName, args } = decodeFunctionData({ abi: cometAbi, data });
    return { name: functionName, args: args ?? [] };
  } catch {
    return null;
  }
}

/** The market with another answer to one of its functions. */
export const answering = <N extends Name>(
  recording: Recording,
  name: N,
  change: (answer: Answer<N>, args: readonly unknown[]) => Answer<N>,
): Recording =>
  altered(recording, (call, { ok, data }) => {
    const asked = cometCall(call);
    if (!ok || data === '0x' || asked?.name !== name) return null;
    const answer = decodeFunctionResult({ abi: cometAbi, functionName: name, data } as never) as Answer<N>;
    const result = change(answer, asked.args);
    return {
      ok,
      data: encodeFunctionResult({ abi: cometAbi, functionName: name, result } as never),
    };
  });

export const REVERTED: Result = { ok: false, data: '0x' };

/** The market in which one function reverts, for all arguments or for those that are picked. */
export const reverting = (
  recording: Recording,
  name: Name,
  when: (args: readonly unknown[]) => boolean = () => true,
): Recording =>
  altered(recording, (call) => {
    const asked = cometCall(call);
    return asked?.name === name && when(asked.args) ? REVERTED : null;
  });

/** The account without any collateral, and without its debt unless that stays. */
export const emptied = (recording: Recording, { owing }: { readonly owing: boolean }): Recording =>
  answering(
    recording,
    'userBasic',
    ([principal, index, accrued]): Answer<'userBasic'> => [owing ? principal : 0n, index, accrued, 0, 0],
  );
