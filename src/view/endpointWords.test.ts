import { expect, it } from 'vitest';
import { sameEndpoint, verdict } from './endpointWords';

const ethereum = { id: 1, name: 'Ethereum' };
const NOW = 1_800_000_000_000;
const told = (chainId: number, secondsAgo: number) =>
  verdict({ ms: 120, chainId, timestamp: NOW / 1000 - secondsAgo }, ethereum, NOW);

it.each([
  [12, true, 'Answers in 120 ms, block 12 s old, serves Ethereum.'],
  [-3, true, 'Answers in 120 ms, block 0 s old, serves Ethereum.'],
  [599, true, 'Answers in 120 ms, block 9 min old, serves Ethereum.'],
  [600, false, 'Answers, but its newest block is 10 min old: too old for Ethereum.'],
  [7_200, false, 'Answers, but its newest block is 2 h old: too old for Ethereum.'],
])('a block of %d seconds ago', (secondsAgo, good, text) => {
  expect(told(1, secondsAgo)).toEqual({ good, text });
});

it('a socket tells its newest block by number', () => {
  const socket = { ms: 35, chainId: 1, block: '23456789' };
  expect(verdict(socket, ethereum, NOW)).toEqual({
    good: true,
    text: 'Answers in 35 ms, newest block 23,456,789, serves Ethereum.',
  });
  expect(verdict({ ...socket, chainId: 8453 }, ethereum, NOW)).toEqual({
    good: false,
    text: 'It serves chain 8453, not Ethereum.',
  });
});

it('another network is worse than an old block', () => {
  expect(told(137, 7_200)).toEqual({ good: false, text: 'It serves chain 137, not Ethereum.' });
});

it('trouble is told as it is', () => {
  expect(verdict({ reason: 'no answer in time' }, ethereum, NOW)).toEqual({
    good: false,
    text: 'No use: no answer in time.',
  });
});

it('one endpoint may be spelt in several ways', () => {
  expect(sameEndpoint('https://RPC.example.org', 'https://rpc.example.org:443/')).toBe(true);
  expect(sameEndpoint('https://rpc.example.org/a', 'https://rpc.example.org/A')).toBe(false);
});
