import { describe, expect, it } from 'vitest';
import type { LogFilter } from '../model/logs';
import { decodeLogs } from './logs';

const word = (digit: string) => `0x${digit.repeat(64)}` as const;
const asked: LogFilter = {
  address: '0xBBBBBbbBBb9cC5e90e3b3Af64bdAF62C37EEFFCb',
  topics: [[word('1'), word('2')], null, word('a')],
  fromBlock: 100n,
  toBlock: 200n,
};
const sound = {
  address: asked.address.toLowerCase(),
  topics: [word('2'), word('5'), word('A'), word('6')],
  blockNumber: '0xc8',
  data: '0xAB',
  transactionHash: word('F'),
  removed: false,
};

it('gives what was asked for, in lower case', () => {
  expect(decodeLogs([], asked)).toEqual([]);
  expect(decodeLogs([sound], asked)).toEqual([
    {
      address: sound.address,
      topics: [word('2'), word('5'), word('a'), word('6')],
      data: '0xab',
      transaction: word('f'),
    },
  ]);
});

describe('refuses the whole answer where it is', () => {
  it.each([null, {}, '0x', 7])('%j and no list', (result) => {
    expect(() => decodeLogs(result, asked)).toThrow('not a list of logs');
  });

  it.each([
    ['no log', 'x'],
    ['nothing', null],
    ['without a block', { ...sound, blockNumber: null }],
    ['with a topic that is none', { ...sound, topics: [word('2'), '0x5', word('a')] }],
    ['with data that is none', { ...sound, data: '0xabc' }],
    ['without a transaction', { ...sound, transactionHash: '0x' }],
    ['taken back', { ...sound, removed: true }],
  ])('a list with one %s', (_, log) => {
    expect(() => decodeLogs([sound, log], asked)).toThrow('a log of an unknown form');
  });

  it.each([
    ['of another contract', { ...sound, address: `0x${'c'.repeat(40)}` }],
    ['of another event', { ...sound, topics: [word('3'), word('5'), word('a')] }],
    ['of another owner', { ...sound, topics: [word('2'), word('5'), word('b')] }],
    ['with too few topics', { ...sound, topics: [word('2'), word('5')] }],
    ['before the range', { ...sound, blockNumber: '0x63' }],
    ['after the range', { ...sound, blockNumber: '0xc9' }],
  ])('a list with one %s', (_, log) => {
    expect(() => decodeLogs([sound, log], asked)).toThrow('not asked for');
  });

  it('too long', () => {
    expect(() => decodeLogs(Array(10_001).fill(sound), asked)).toThrow('too many logs');
  });
});
