import { expect, test } from 'vitest';
import { readAddress } from './address';

const checksummed = '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045';

test.each([checksummed, checksummed.toLowerCase(), ` ${checksummed}\n`])('%j is an address', (typed) => {
  expect(readAddress(typed)).toEqual({ kind: 'address', address: typed.trim() });
});

test.each([
  ['', 'empty', undefined],
  ['0', 'partial', 'An address starts with 0x.'],
  ['0xd8dA', 'partial', '36 characters to go.'],
  [checksummed.slice(0, -1), 'partial', '1 character to go.'],
  [`${checksummed}ab`, 'wrong', '2 characters too many.'],
  ['0xd8g', 'wrong', '“g” cannot be in an address: only 0 to 9 and a to f.'],
  ['0x💧', 'wrong', '“💧” cannot be in an address: only 0 to 9 and a to f.'],
  ['bc1qxy', 'wrong', 'An address starts with 0x.'],
  ['vitalik.eth', 'wrong', 'Names are not looked up. Paste the address that starts with 0x.'],
  [`${checksummed} ${checksummed}`, 'wrong', 'Enter one address, without spaces.'],
])('%j is %s: %s', (typed, kind, message) => {
  expect(readAddress(typed)).toEqual(message === undefined ? { kind } : { kind, message });
});

test.each([
  'ab'.repeat(32),
  `0x${'ab'.repeat(32)}`,
  'legal winner thank year wave sausage worth useful legal winner thank yellow',
])('what could be a secret is told apart: %s', (typed) => {
  expect(readAddress(typed).kind).toBe('secret');
});
