import {
  type Abi,
  type Address,
  concatHex,
  encodeFunctionResult,
  type Hex,
  numberToHex,
  padHex,
  toFunctionSelector,
} from 'viem';
import { feedAbi } from '../../src/protocols/oracles/abi';
import type { LocalClient } from './client';

/** An answer as bytes, or the slot of storage that it is kept in. */
type Answer = Hex | { readonly slot: number };

const LATEST_ANSWER: Hex = '0x50d25bcd';

/** So long is a test of one function, and its leap to the answer. */
const TEST_BYTES = 11;
const HEAD_BYTES = 6;
const REVERT: Hex = '0x60006000fd';

/**
 * A price feed by hand that says more of itself than the package's MockAggregator does, whose price it keeps where that
 * has it, in slot 0. Chainlink's and Aave's own are in no package that is free to use.
 */
export async function speak(
  client: LocalClient,
  feed: Address,
  says: Readonly<Record<string, unknown>>,
): Promise<void> {
  const answers = Object.entries(says).map(([functionName, result]): [Hex, Answer] => [
    toFunctionSelector(feedAbi.find(({ name }) => name === functionName)!),
    encodeFunctionResult({ abi: feedAbi as Abi, functionName, result } as never),
  ]);
  await client.setCode({ address: feed, bytecode: codeOf([[LATEST_ANSWER, { slot: 0 }], ...answers]) });
}

/** Compares the selector with each in turn and leaps to its answer; reverts at the end. */
function codeOf(answers: readonly (readonly [Hex, Answer])[]): Hex {
  const bodies = answers.map(([, answer]) => bodyOf(answer));
  let place = HEAD_BYTES + answers.length * TEST_BYTES + sizeOf(REVERT);
  const tests = answers.map(([selector], index) => {
    // DUP1, PUSH4 selector, EQ, PUSH2 place, JUMPI
    const test = concatHex(['0x8063', selector, '0x1461', numberToHex(place, { size: 2 }), '0x57']);
    place += sizeOf(bodies[index]!);
    return test;
  });
  // PUSH1 0, CALLDATALOAD, PUSH1 224, SHR
  return concatHex(['0x60003560e01c', ...tests, REVERT, ...bodies]);
}

function bodyOf(answer: Answer): Hex {
  // JUMPDEST, PUSH1 slot, SLOAD, PUSH1 0, MSTORE, PUSH1 32, PUSH1 0, RETURN
  if (typeof answer !== 'string')
    return concatHex(['0x5b60', numberToHex(answer.slot, { size: 1 }), '0x5460005260206000f3']);
  const words = (answer.slice(2).match(/.{64}/g) ?? []).map((word) => `0x${word}` as const);
  // PUSH32 word, PUSH2 place, MSTORE
  const writes = words.map((word, index) =>
    concatHex(['0x7f', padHex(word, { size: 32 }), '0x61', numberToHex(index * 32, { size: 2 }), '0x52']),
  );
  // PUSH2 length, PUSH1 0, RETURN
  return concatHex(['0x5b', ...writes, '0x61', numberToHex(words.length * 32, { size: 2 }), '0x6000f3']);
}

const sizeOf = (code: Hex): number => (code.length - 2) / 2;
