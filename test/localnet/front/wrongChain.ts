import {
  decodeFunctionData,
  decodeFunctionResult,
  encodeFunctionResult,
  type Hex,
  multicall3Abi,
  toFunctionSelector,
} from 'viem';
import { isPacked, unpack } from '../../../src/chain/unpack';
import { pack } from '../../support/pack';
import type { RpcRequest } from './rpc';

/** An endpoint of another network: what it says of its chain id, whichever way it is asked. */
const WRONG: Hex = `0x${'539'.padStart(64, '0')}`;
const GET_CHAIN_ID = toFunctionSelector('function getChainId()');

export function withWrongChain(request: RpcRequest, result: unknown): unknown {
  if (request.method === 'eth_chainId') return '0x539';
  if (request.method !== 'eth_call' || typeof result !== 'string') return result;
  const { data, input } = (request.params?.[0] ?? {}) as { data?: Hex; input?: Hex };
  const callData = input ?? data ?? '0x';
  if (callData.startsWith(GET_CHAIN_ID)) return WRONG;
  return inAggregate(callData, result as Hex);
}

function inAggregate(callData: Hex, result: Hex): Hex {
  const abi = multicall3Abi;
  try {
    const call = decodeFunctionData({ abi, data: callData });
    if (call.functionName !== 'aggregate3') return result;
    const { functionName, args } = call;
    const isAsked = (place: number) => args[0][place]?.callData.startsWith(GET_CHAIN_ID);
    if (isPacked(result)) {
      const answers = unpack(result, args[0].length);
      return pack(answers.map((answer, i) => (isAsked(i) ? { ...answer, data: WRONG } : answer)));
    }
    const answers = decodeFunctionResult({ abi, functionName, data: result });
    const altered = answers.map((answer, i) => (isAsked(i) ? { ...answer, returnData: WRONG } : answer));
    return encodeFunctionResult({ abi, functionName, result: altered });
  } catch {
    return result;
  }
}
