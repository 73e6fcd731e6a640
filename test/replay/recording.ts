import { decodeFunctionData, encodeFunctionResult, parseAbi, toHex } from 'viem';
import { MULTICALL3 } from '../../src/chain/multicall';
import type { Call, Hex, Result } from '../../src/model/reader';

/** What was recorded of a chain at one block. */
export interface Recording {
  readonly chainId: number;
  readonly block: { readonly number: number; readonly timestamp: number; readonly hash: Hex };
  /** Starts one eth_call: its calls are answered in order, and each sees what those before it wrote. */
  begin(): (call: Call) => Result;
}

/** Where nothing was recorded there is no contract: the call goes through and returns nothing. */
export const NOTHING: Result = { ok: true, data: '0x' };

const abi = parseAbi([
  'struct Call3 { address target; bool allowFailure; bytes callData; }',
  'struct Result { bool success; bytes returnData; }',
  'function aggregate3(Call3[] calls) view returns (Result[] returnData)',
  'function getChainId() view returns (uint256)',
  'function getBlockNumber() view returns (uint256)',
  'function getCurrentBlockTimestamp() view returns (uint256)',
]);

const isMulticall = ({ to }: Call): boolean => to.toLowerCase() === MULTICALL3.toLowerCase();

/** How the calls of an aggregate3 end, without Multicall3's own form around them. */
type Form = (results: readonly Result[]) => Hex;

/** One eth_call against the recording, Multicall3 included; its multicalls are not nested. */
export function answerCall(recording: Recording, call: Call, form: Form = asMulticall): Result {
  const answer = recording.begin();
  if (!isMulticall(call)) return answer(call);
  const { functionName, args } = decodeFunctionData({ abi, data: call.data });
  if (functionName !== 'aggregate3') return { ok: true, data: frame(recording, functionName) };
  const results: Result[] = [];
  for (const { target, allowFailure, callData } of args[0]) {
    const inner = { to: target, data: callData };
    const result = isMulticall(inner) ? answerCall(recording, inner) : answer(inner);
    if (!result.ok && !allowFailure) return result;
    results.push(result);
  }
  return { ok: true, data: form(results) };
}

const asMulticall: Form = (results) =>
  encodeFunctionResult({
    abi,
    functionName: 'aggregate3',
    result: results.map(({ ok, data }) => ({ success: ok, returnData: data })),
  });

function frame(
  { chainId, block }: Recording,
  name: 'getChainId' | 'getBlockNumber' | 'getCurrentBlockTimestamp',
): Hex {
  const said = {
    getChainId: chainId,
    getBlockNumber: block.number,
    getCurrentBlockTimestamp: block.timestamp,
  };
  return toHex(said[name], { size: 32 });
}

/** The same recording, in which some calls end otherwise: null leaves the answer as it is. */
export function altered(
  recording: Recording,
  change: (call: Call, result: Result) => Result | null,
): Recording {
  const begin = () => {
    const answer = recording.begin();
    return (call: Call) => {
      const result = answer(call);
      return change(call, result) ?? result;
    };
  };
  return { ...recording, begin };
}
