import {
  decodeFunctionData,
  encodeFunctionResult,
  type Hex,
  numberToHex,
  parseAbi,
  toFunctionSelector,
} from 'viem';
import * as aaveV2 from '../../src/protocols/aaveV2/abi';
import * as aaveV3 from '../../src/protocols/aaveV3/abi';
import * as aaveV4 from '../../src/protocols/aaveV4/abi';
import * as compoundV3 from '../../src/protocols/compoundV3/abi';
import * as morphoBlue from '../../src/protocols/morphoBlue/abi';
import { nobodysAnswers } from './nobody';

const multicall = parseAbi([
  'struct Call3 { address target; bool allowFailure; bytes callData; }',
  'struct Result { bool success; bytes returnData; }',
  'function aggregate3(Call3[] calls) view returns (Result[] returnData)',
  'function getChainId() view returns (uint256)',
  'function getBlockNumber() view returns (uint256)',
  'function getCurrentBlockTimestamp() view returns (uint256)',
]);

const answers = nobodysAnswers(
  ...[aaveV2, aaveV3, aaveV4, compoundV3, morphoBlue].flatMap((abis) => Object.values(abis)),
);

const BLOCK = 1_000_000n;

/**
 * A chain on which nobody has anything, so that a browser with the shipped list of networks hears from each of them. All
 * of it is made up; what is proved is proved on the real contracts of the local chain. Returns the body of a reply.
 */
export function askDesert(chainId: number, body: string): string {
  const { id, method, params } = JSON.parse(body) as { id: number; method: string; params: [{ data: Hex }] };
  return JSON.stringify({ jsonrpc: '2.0', id, result: resultOf(chainId, method, params) });
}

function resultOf(chainId: number, method: string, params: [{ data: Hex }]): unknown {
  if (method === 'eth_call') return aggregate(chainId, params[0].data);
  if (method === 'eth_getLogs') return [];
  return numberToHex(method === 'eth_chainId' ? chainId : BLOCK);
}

function aggregate(chainId: number, data: Hex): Hex {
  const { args } = decodeFunctionData({ abi: multicall, data });
  const [calls] = args as readonly [readonly { callData: Hex }[]];
  const result = calls.map(({ callData }) => {
    const returnData = answerOf(chainId, callData.slice(0, 10) as Hex);
    return { success: returnData !== undefined, returnData: returnData ?? '0x' };
  });
  return encodeFunctionResult({ abi: multicall, functionName: 'aggregate3', result });
}

const word = (value: bigint | number): Hex => numberToHex(value, { size: 32 });

function answerOf(chainId: number, selector: Hex): Hex | undefined {
  if (selector === toFunctionSelector('getChainId()')) return word(chainId);
  if (selector === toFunctionSelector('getBlockNumber()')) return word(BLOCK);
  if (selector === toFunctionSelector('getCurrentBlockTimestamp()'))
    return word(Math.floor(Date.now() / 1000));
  return answers.get(selector);
}
