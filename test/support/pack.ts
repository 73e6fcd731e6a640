import type { Hex, Result } from '../../src/model/reader';

const MOST = 'f'.repeat(64);

/** What packer.asm writes, said a second time in the plainest way: for recordings, where no EVM runs it. */
export function pack(results: readonly Result[]): Hex {
  return `0x01${results.map(packed).join('')}`;
}

function packed({ ok, data }: Result): string {
  const digits = data.slice(2).toLowerCase();
  const size = digits.length / 2;
  if (size > 0x7fff) return packed({ ok: false, data: '0x' });
  const whole = size - (size % 32);
  const words = digits.slice(0, 2 * whole).match(/.{64}/g) ?? [];
  const head = hex((ok ? 0x8000 : 0) + size, 2);
  return `${head}${words.map(packedWord).join('')}${digits.slice(2 * whole)}`;
}

function packedWord(word: string): string {
  if (word === MOST) return '21';
  const significant = word.replace(/^(00)+/, '');
  return `${hex(significant.length / 2, 1)}${significant}`;
}

const hex = (value: number, bytes: number): string => value.toString(16).padStart(2 * bytes, '0');
