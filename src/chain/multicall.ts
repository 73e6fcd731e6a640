import { concat, decodeAbiParameters, encodeAbiParameters } from 'viem';
import { t } from '../i18n/t';
import type { Address } from '../model/asset';
import type { Block } from '../model/position';
import type { Call, Hex, Result } from '../model/reader';
import { RpcError } from './errors';
import { isPacked, unpack as unpackResults } from './unpack';

/** Multicall3, at this address on most chains; calls to it go to where a chain has it. */
export const MULTICALL3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11';

/** aggregate3((address target, bool allowFailure, bytes callData)[]) and what it answers. */
const AGGREGATE3: Hex = '0x82ad56cb';
const CALLS = [
  { type: 'tuple[]', components: [{ type: 'address' }, { type: 'bool' }, { type: 'bytes' }] },
] as const;
const RESULTS = [{ type: 'tuple[]', components: [{ type: 'bool' }, { type: 'bytes' }] }] as const;

/** Its getChainId(), getBlockNumber() and getCurrentBlockTimestamp(). */
const FRAME = ['0x3408e470', '0x42cbb15c', '0x0f28c97d'] as const;

export interface Round {
  readonly chainId: bigint;
  readonly block: Block;
  readonly results: readonly Result[];
}

/** Block, time and chain travel in the same call as the data, so that they cannot belong to different states. */
const frame: readonly Call[] = FRAME.map((data) => ({ to: MULTICALL3, data }));

export const keyOf = (call: Call): string => `${call.to.toLowerCase()}:${call.data}`;

/**
 * Packs calls into the data of one eth_call to Multicall3; calls that say the same are asked once. Its answer is taken in
 * Multicall3's own form and in the packed one.
 */
export function packRound(
  calls: readonly Call[],
  multicall: Address = MULTICALL3,
): { data: Hex; unpack: (reply: Hex) => Round } {
  const places = new Map<string, number>();
  const distinct = [...frame, ...calls].filter((call) => {
    const isNew = !places.has(keyOf(call));
    if (isNew) places.set(keyOf(call), places.size);
    return isNew;
  });
  const asked = distinct.map(({ to, data }) => [to === MULTICALL3 ? multicall : to, true, data] as const);
  const data = concat([AGGREGATE3, encodeAbiParameters(CALLS, [asked])]);
  const unpack = (reply: Hex): Round => {
    const all = (isPacked(reply) ? unpackResults : decodeResults)(reply, distinct.length);
    const resultOf = (call: Call): Result => {
      const result = all[places.get(keyOf(call)) ?? -1];
      if (!result) throw new RpcError(t('rpc.lacksPart'));
      return result;
    };
    const [chainId, number, timestamp] = frame.map((call) => oneWord(resultOf(call)));
    if (chainId === undefined || number === undefined || timestamp === undefined) {
      throw new RpcError(t('rpc.lacksBlock'));
    }
    return {
      chainId,
      block: { number: number.toString(), timestamp: Number(timestamp) },
      results: calls.map(resultOf),
    };
  };
  return { data, unpack };
}

/** Decodes and encodes again: anything but the one canonical form (extra words, odd offsets) is refused. */
function decodeResults(reply: Hex, count: number): Result[] {
  if (reply === '0x') throw new RpcError(t('rpc.noMulticall'));
  let results: readonly (readonly [success: boolean, returnData: Hex])[];
  try {
    [results] = decodeAbiParameters(RESULTS, reply);
    if (encodeAbiParameters(RESULTS, [results]) !== reply.toLowerCase()) throw new Error('not canonical');
  } catch (cause) {
    throw new RpcError(t('rpc.undecodable'), { cause });
  }
  if (results.length !== count) throw new RpcError(t('rpc.wrongParts'));
  return results.map(([ok, data]) => ({ ok, data }));
}

function oneWord({ ok, data }: Result): bigint {
  if (!ok || data.length !== 66) throw new RpcError(t('rpc.lacksBlock'));
  return BigInt(data);
}
