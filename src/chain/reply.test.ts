import { describe, expect, it } from 'vitest';
import { parseReply } from './reply';

const reply = (fields: object) => JSON.stringify({ jsonrpc: '2.0', id: 7, ...fields });
const parse = (text: string, method = 'eth_call') => parseReply(text, 7, method);

describe('a JSON-RPC reply', () => {
  it('is taken when it is whole', () => {
    expect(parse(reply({ result: '0x00ff' }))).toBe('0x00ff');
    expect(parse(reply({ result: '0x1a2' }), 'eth_blockNumber')).toBe('0x1a2');
  });

  it.each([
    ['empty (fault 9)', '', 'the answer is empty'],
    ['a web page (fault 7)', '<!doctype html><title>502</title>', 'it answered with a web page'],
    ['broken off (fault 8)', '{"jsonrpc":"2.0","id":7,"res', 'the answer is broken off'],
    ['null (fault 9)', 'null', 'the answer is not a JSON-RPC reply'],
    [
      'a list for a single call (fault 11)',
      `[${reply({ result: '0x' })}]`,
      'the answer is not a JSON-RPC reply',
    ],
    [
      'of another request (fault 10)',
      JSON.stringify({ id: 8, result: '0x' }),
      'the answer belongs to another request',
    ],
    [
      'of the same id as a string',
      JSON.stringify({ id: '7', result: '0x' }),
      'the answer belongs to another request',
    ],
    [
      'a result and an error (fault 12)',
      reply({ result: '0x', error: {} }),
      'the answer is neither a result nor an error',
    ],
    ['neither', reply({}), 'the answer is neither a result nor an error'],
    ['hex of odd length (fault 24)', reply({ result: '0x123' }), 'the answer is not whole hex data'],
    ['not hex (fault 24)', reply({ result: '0xzz' }), 'the answer is not whole hex data'],
    ['an object where data is due', reply({ result: { data: '0x' } }), 'the answer is not whole hex data'],
  ])('is refused when it is %s', (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  it('says what the node said, in plain letters and not for long', () => {
    const message = `out of gas\u202e\n${'x'.repeat(500)}`;
    expect(() => parse(reply({ error: { code: -32000, message } }))).toThrow(
      /^the node refused: out of gas {2}x+$/,
    );
    try {
      parse(reply({ error: { code: -32000, message } }));
    } catch (error) {
      expect((error as Error).message.length).toBeLessThan(110);
    }
  });

  it('is refused when a block number has leading zeros or is longer than 64 bits', () => {
    expect(() => parse(reply({ result: '0x01' }), 'eth_blockNumber')).toThrow();
    expect(() => parse(reply({ result: `0x1${'0'.repeat(16)}` }), 'eth_blockNumber')).toThrow();
  });
});
