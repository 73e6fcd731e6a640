import { t } from '../i18n/t';
import type { Log, LogFilter } from '../model/logs';
import { RpcError, TooMuch } from './errors';

/** More than any owner has in one range; nodes commonly stop there too. */
const MAX_LOGS = 10_000;

const WORD = /^0x[0-9a-f]{64}$/i;
const BYTES = /^0x(?:[0-9a-f]{2})*$/i;
const QUANTITY = /^0x(?:0|[1-9a-f][0-9a-f]{0,15})$/i;

/** @throws RpcError where anything is not of the exact form or was not asked for: one such log, and none is believed */
export function decodeLogs(result: unknown, filter: LogFilter): Log[] {
  if (!Array.isArray(result)) throw new RpcError(t('rpc.notLogs'));
  if (result.length > MAX_LOGS) throw new TooMuch(t('rpc.tooManyLogs'));
  return result.map((each) => {
    if (!isLog(each)) throw new RpcError(t('rpc.unknownLog'));
    if (!answers(each, filter)) throw new RpcError(t('rpc.unaskedLog'));
    return {
      address: lower(each.address),
      topics: each.topics.map(lower),
      data: lower(each.data),
      transaction: lower(each.transactionHash),
    };
  });
}

const lower = (hex: string) => hex.toLowerCase() as `0x${string}`;

interface RawLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly blockNumber: string;
  readonly data: string;
  readonly transactionHash: string;
}

function isLog(value: unknown): value is RawLog {
  const { address, topics, blockNumber, data, transactionHash, removed } = (value ?? {}) as Record<
    string,
    unknown
  >;
  return (
    typeof address === 'string' &&
    Array.isArray(topics) &&
    topics.every((topic) => typeof topic === 'string' && WORD.test(topic)) &&
    typeof blockNumber === 'string' &&
    QUANTITY.test(blockNumber) &&
    typeof data === 'string' &&
    BYTES.test(data) &&
    typeof transactionHash === 'string' &&
    WORD.test(transactionHash) &&
    removed !== true
  );
}

function answers({ address, topics, blockNumber }: RawLog, asked: LogFilter): boolean {
  const block = BigInt(blockNumber);
  return (
    address.toLowerCase() === asked.address.toLowerCase() &&
    block >= asked.fromBlock &&
    block <= asked.toBlock &&
    topics.length >= asked.topics.length &&
    asked.topics.every((wanted, place) => {
      const said = topics[place]?.toLowerCase();
      return wanted === null || [wanted].flat().some((each) => each.toLowerCase() === said);
    })
  );
}
