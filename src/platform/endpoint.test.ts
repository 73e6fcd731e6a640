import { expect, it } from 'vitest';
import { endpointFault, isSocket } from './endpoint';

it.each([
  'https://rpc.example.org',
  'https://rpc.example.org:8443/v1/abc?key=def',
  'http://127.0.0.1:8545',
  'http://localhost:8545/',
  'http://[::1]:8545',
  'wss://rpc.example.org/v1/abc',
  'ws://localhost:8546',
  'ws://[::1]:8546',
])('%s may be asked', (url) => expect(endpointFault(url)).toBeNull());

it.each([
  ['', 'noUrl'],
  ['my node', 'noUrl'],
  ['rpc.example.org', 'noUrl'],
  ['https:rpc.example.org', 'noUrl'],
  ['https://', 'noUrl'],
  ['javascript:alert(1)', 'noUrl'],
  ['http://rpc.example.org', 'notHttps'],
  ['http://127.0.0.1.example.org', 'notHttps'],
  ['http://10.0.0.1:8545', 'notHttps'],
  ['ws://rpc.example.org', 'notHttps'],
  ['ws://10.0.0.1:8546', 'notHttps'],
  ['wssx://rpc.example.org', 'notHttps'],
  ['wss:rpc.example.org', 'noUrl'],
  ['ftp://rpc.example.org', 'notHttps'],
  ['https://me:secret@rpc.example.org', 'secret'],
  ['https://me@rpc.example.org', 'secret'],
  ['wss://me:secret@rpc.example.org', 'secret'],
  ['http://me:secret@127.0.0.1:8545', 'secret'],
])('“%s” may not: %s', (url, fault) => expect(endpointFault(url)).toBe(fault));

it('a socket is known by its beginning', () => {
  expect(['wss://rpc.example.org', 'WSS://rpc.example.org', 'ws://localhost:8546'].every(isSocket)).toBe(
    true,
  );
  expect(['https://wss.example.org', 'http://localhost:8546/wss:'].some(isSocket)).toBe(false);
});
