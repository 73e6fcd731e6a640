import { type Address, concatHex, type Hex, numberToHex, size, slice } from 'viem';
import type { Market } from '../../../src/model/position';
import { spokeAbi } from '../../../src/protocols/aaveV4/abi';
import { markets as aaveV4 } from '../../../src/protocols/aaveV4/markets';
import { cometAbi } from '../../../src/protocols/compoundV3/abi';
import { markets as compoundV3 } from '../../../src/protocols/compoundV3/markets';
import type { LocalClient } from '../client';
import { nobodysAnswers } from '../nobody';

/** Compound v3 and Aave v4 come in no package: at their addresses stands code that knows of no position. */
export function absentContracts(): { address: Address; bytecode: Hex }[] {
  const comet = codeAnswering(nobodysAnswers(cometAbi));
  const spoke = codeAnswering(nobodysAnswers(spokeAbi));
  const on = (markets: readonly Market[], bytecode: Hex) =>
    markets.filter(({ chainId }) => chainId === 1).map(({ address }) => ({ address, bytecode }));
  return [...on(compoundV3, comet), ...on(aaveV4, spoke)];
}

export async function standInForAbsent(client: LocalClient): Promise<void> {
  for (const contract of absentContracts()) await client.setCode(contract);
}

const word = (value: number): Hex => numberToHex(value, { size: 2 });

/**
 * Runtime code that compares the selector with each of the table's and returns that one's constant, and else reverts.
 * Per entry DUP1 PUSH4 EQ PUSH2 JUMPI (11 bytes), then per entry JUMPDEST PUSH2 PUSH2 PUSH0 CODECOPY PUSH2 PUSH0 RETURN.
 */
function codeAnswering(answers: ReadonlyMap<Hex, Hex>): Hex {
  const entries = [...answers];
  const start: Hex = '0x5f3560e01c'; // PUSH0 CALLDATALOAD PUSH1 224 SHR
  const revert: Hex = '0x5f5ffd';
  const HEAD = 11;
  const TAIL = 14;
  const tails = size(start) + entries.length * HEAD + size(revert);
  const constants = tails + entries.length * TAIL;
  const heads = entries.map(([selector], at) =>
    concatHex(['0x8063', slice(selector, 0, 4), '0x1461', word(tails + at * TAIL), '0x57']),
  );
  let from = constants;
  const bodies = entries.map(([, answer]) => {
    const length = size(answer);
    const place = from;
    from += length;
    return concatHex(['0x5b61', word(length), '0x61', word(place), '0x5f3961', word(length), '0x5ff3']);
  });
  return concatHex([start, ...heads, revert, ...bodies, ...entries.map(([, answer]) => answer)]);
}
