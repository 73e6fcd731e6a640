import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { rpcsItem } from '../../src/platform/storage';
import { giveUp } from './giveUp';

const HTTPS = 'https://rpc.example.org/v1';
const SOCKET = 'wss://rpc.example.org/v1';
const given = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  given.mockReset().mockResolvedValue(true);
  vi.spyOn(fakeBrowser.permissions, 'remove').mockImplementation(given);
});

it.each([
  ['is given back when no endpoint needs it', HTTPS, [], 1],
  ['is kept while another endpoint of that host is read from', HTTPS, ['https://rpc.example.org/v2'], 0],
  ['is given back though a socket of that host stays, which needs none', HTTPS, [SOCKET], 1],
  ['is not given back for a socket, which was given none', SOCKET, [], 0],
])('leave to reach a host %s', async (_, address, left, times) => {
  if (left.length > 0) await rpcsItem.setValue({ 1: left });
  await giveUp(address);
  expect(given.mock.calls).toEqual(Array(times).fill([{ origins: ['https://rpc.example.org/*'] }]));
});
