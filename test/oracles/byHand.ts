import { type AbiFunction, encodeFunctionResult, getAddress, toFunctionSelector } from 'viem';
import type { Address } from '../../src/model/asset';
import type { OracleFacts } from '../../src/model/oracle';
import type { Call, Hex, Memo, Result } from '../../src/model/reader';
import { feedAbi } from '../../src/protocols/oracles/abi';
import { readOracles } from '../../src/protocols/oracles/read';

/** The feeds that are deployed are in no package and on no recording: these answer by hand, under the contracts' names. */
export type Feed = Readonly<Record<string, unknown>>;
type Feeds = Readonly<Record<Address, Feed>>;

export const at = (number: number): Address => getAddress(`0x${number.toString(16).padStart(40, '0')}`);
export const [feed, second, third, fourth] = [at(0xa1), at(0xa2), at(0xa3), at(0xa4)];
export const NOW = 1_800_000_000n;
export const AN_HOUR_AGO = Number(NOW) - 3600;
const blockTime = '0x0f28c97d';
export const names = new Map(
  feedAbi.map((item) => [toFunctionSelector(item as AbiFunction), item as AbiFunction]),
);
const refused: Result = { ok: false, data: '0x' };
export const word = (value: bigint): Hex => `0x${value.toString(16).padStart(64, '0')}`;

function answer(feeds: Feeds, { to, data }: Call): Result {
  if (data === blockTime) return { ok: true, data: word(NOW) };
  const asked = names.get(data);
  const said = asked && feeds[to]?.[asked.name];
  if (said === undefined) return refused;
  // Bytes that are no address stand for themselves.
  if (typeof said === 'string' && said.startsWith('0x') && said.length !== 42)
    return { ok: true, data: said as Hex };
  const abi = [asked] as readonly AbiFunction[];
  return { ok: true, data: encodeFunctionResult({ abi, functionName: asked!.name, result: said as never }) };
}

interface Told {
  readonly memo: Memo;
  readonly facts: OracleFacts | undefined;
  /** Of each round: how many questions, the block's time not counted. */
  readonly asked: readonly number[];
}

export function read(feeds: Feeds, memo: Memo = { feeds: [feed] }, rounds = 4): Told {
  const reader = readOracles(memo, rounds);
  const asked: number[] = [];
  let step = reader.next([]);
  while (!step.done) {
    asked.push(step.value.length - 1);
    step = reader.next(step.value.map((call) => answer(feeds, call)));
  }
  return { memo: step.value.memo, facts: step.value.oracles?.[feed], asked };
}

export const round = (updatedAt: bigint | number) => [1n, 5n, 0n, BigInt(updatedAt), 1n];
export const chainlink: Feed = {
  description: 'ETH / USD',
  latestTimestamp: BigInt(AN_HOUR_AGO),
  latestRoundData: round(AN_HOUR_AGO),
};
export const plain: OracleFacts = {
  description: 'ETH / USD',
  updatedAt: AN_HOUR_AGO,
  capped: null,
  fixed: false,
  discounted: false,
};
