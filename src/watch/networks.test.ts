import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { chains } from '../chain/chains';
import { rpcsItem } from '../platform/storage';
import { chainNow } from './networks';

const OWN = 'https://rpc.example.org/';
const SOCKET = 'wss://rpc.example.org/';
const ours = chains.find(({ id }) => id === 1)?.rpcs;

beforeEach(() => fakeBrowser.reset());

it.each([
  ['nothing of the user’s', undefined, ours, []],
  ['an endpoint of the user’s', [OWN], [OWN], []],
  ['a socket beside it', [SOCKET, OWN], [OWN], [SOCKET]],
  ['nothing but sockets', [SOCKET, 'ws://localhost:8546/'], ours, [SOCKET, 'ws://localhost:8546/']],
])('with %s, positions are never read from a socket', async (_, own, rpcs, sockets) => {
  if (own) await rpcsItem.setValue({ 1: own });
  expect(await chainNow(1)).toMatchObject({ rpcs, sockets });
});
