import { describe, expect, it } from 'vitest';
import {
  answering,
  asked,
  head,
  heard,
  honest,
  id,
  look,
  server,
  subscribed,
} from '../../test/support/headsStage';
import { newestHead } from './heads';

it('a network without a socket has no head, and opens nothing', () => {
  expect(newestHead({ id, name: 'Test', rpcs: [server.url] })).toBeNull();
  expect(server.open()).toBe(0);
});

it('looks share one socket, which tells the newest block and its time', async () => {
  await subscribed();
  server.say(head('0xffffffffffffffff', '0x6553f100'));
  await heard(2n ** 64n - 1n);
  expect(look()?.time).toBe(1_700_000_000);
  expect([server.open(), server.asked]).toEqual([1, ['eth_chainId', 'eth_subscribe']]);
});

describe('what is not a whole head of ours is ignored', () => {
  it.each([
    'no JSON',
    '',
    'null',
    '[]',
    '5',
    '{}',
    '{"method":"eth_subscription"}',
    '{"method":"eth_subscription","params":null}',
    '{"method":"eth_subscription","params":7}',
    '{"method":"eth_subscription","params":{"result":{"number":"0x99","timestamp":"0x65"}}}',
    '{"method":"eth_subscription","params":{"subscription":"0xabc","result":null}}',
    '{"method":"eth_subscription","params":{"subscription":"0xabc","result":{"number":{"toString":1},"timestamp":"0x65"}}}',
    '{"id":2,"result":"0x99"}',
    head('0x99', '0x65', '0xdef'),
    head('0x99', '0x65', null),
    head('0x99', null),
    head('0x99', '101'),
    head('0x99', '0x'),
    head(153),
    head('153'),
    head('0x'),
    head('0x099'),
    head('0x9g'),
    head('-0x99'),
    head(['0x99']),
    head('0x10000000000000000'),
  ])('%s', async (text) => {
    await subscribed();
    server.say(text);
    server.say(head('0x11')); // lower than what the other would have told
    await heard(17n);
    expect(server.open()).toBe(1);
  });
});

it('heads that come before the subscription has a name are ignored', async () => {
  answering((request) => (request.method === 'eth_chainId' ? honest(request) : undefined));
  look();
  await asked('eth_chainId', 'eth_subscribe');
  server.say('{"method":"eth_subscription","params":{"result":{"number":"0x99","timestamp":"0x65"}}}');
  for (const of of [null, '0xabc']) server.say(head('0x99', '0x65', of));
  server.say(JSON.stringify({ jsonrpc: '2.0', id: 2, result: '0xabc' }));
  server.say(head('0x11'));
  await heard(17n);
});
