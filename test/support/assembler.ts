import type { Hex } from '../../src/model/reader';

const OPCODES: Readonly<Record<string, number>> = {
  ...{ ADD: 0x01, MUL: 0x02, SUB: 0x03, LT: 0x10, EQ: 0x14, ISZERO: 0x15, AND: 0x16, OR: 0x17, NOT: 0x19 },
  ...{ SHL: 0x1b, SHR: 0x1c, BALANCE: 0x31, CALLDATALOAD: 0x35, CALLDATASIZE: 0x36, CALLDATACOPY: 0x37 },
  ...{ RETURNDATASIZE: 0x3d, RETURNDATACOPY: 0x3e, TIMESTAMP: 0x42, NUMBER: 0x43, CHAINID: 0x46 },
  ...{
    POP: 0x50,
    MLOAD: 0x51,
    MSTORE: 0x52,
    MSTORE8: 0x53,
    JUMP: 0x56,
    JUMPI: 0x57,
    GAS: 0x5a,
    JUMPDEST: 0x5b,
  },
  ...{ CALL: 0xf1, RETURN: 0xf3, REVERT: 0xfd },
};

/** EVM bytecode of a small program: opcodes, numbers (pushed), `label:` and `@label` (pushed); `;` starts a comment. */
export function assemble(source: string): Hex {
  const words = source.replaceAll(/;.*/g, '').split(/\s+/).filter(Boolean);
  const labels = new Map<string, number>();
  let size = 0;
  for (const word of words) {
    if (word.endsWith(':')) labels.set(word.slice(0, -1), size);
    size += bytesOf(word, () => 0).length;
  }
  const bytes = words.flatMap((word) => bytesOf(word, (label) => present(labels.get(label), label)));
  return `0x${Buffer.from(bytes).toString('hex')}`;
}

function bytesOf(word: string, placeOf: (label: string) => number): number[] {
  if (word.endsWith(':')) return [present(OPCODES.JUMPDEST, word)];
  if (word.startsWith('@')) return push(placeOf(word.slice(1)), 2);
  if (/^\d/.test(word)) return push(Number(word), /^0x/.test(word) ? (word.length - 2) / 2 : 1);
  const [, name = '', depth] = /^(DUP|SWAP)(\d+)$/.exec(word) ?? [];
  if (depth) return [(name === 'DUP' ? 0x7f : 0x8f) + Number(depth)];
  return [present(OPCODES[word], word)];
}

/** PUSH1 and so on; PUSH0 is younger than some chains. */
function push(value: number, size = 1): number[] {
  if (!Number.isInteger(size) || !(value < 256 ** size))
    throw new Error(`${value} does not fit into ${size} bytes`);
  return [0x5f + size, ...Buffer.from(value.toString(16).padStart(2 * size, '0'), 'hex')];
}

function present(value: number | undefined, word: string): number {
  if (value === undefined) throw new Error(`"${word}" is nothing that can be assembled`);
  return value;
}
