import { describe, expect, it } from 'vitest';
import { chains } from '../chain/chains';
import { BadArguments, readArguments } from './arguments';

const OWNER = '0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2';
const KEY = `0x${'ab12'.repeat(16)}`;

const rpcsOf = (words: readonly string[]) =>
  Object.fromEntries(readArguments(words).chains.map(({ id, rpcs }) => [id, rpcs]));

describe('the words of the command', () => {
  it('ask every chain with its own RPCs unless told otherwise', () => {
    expect(readArguments([OWNER])).toEqual({ address: OWNER, chains, json: false });
  });

  it.each([OWNER.toLowerCase(), `0x${OWNER.slice(2).toUpperCase()}`, OWNER])('take %s', (text) => {
    expect(readArguments(['--json', text])).toMatchObject({ address: OWNER, json: true });
  });

  it('choose chains, each once', () => {
    const ids = readArguments([OWNER, '--chain', '1', '--chain=1']).chains.map(({ id }) => id);
    expect(ids).toEqual([1]);
  });

  it('replace the RPCs of a chain, and then read that chain only', () => {
    const words = ['--rpc', '1=http://127.0.0.1:8545/a?b=c', '--rpc=1=https://two.example', OWNER];
    expect(rpcsOf(words)).toEqual({ 1: ['http://127.0.0.1:8545/a?b=c', 'https://two.example'] });
  });

  it('may give an RPC of a chain that is not chosen', () => {
    const other = chains.find(({ id }) => id !== 1)?.id ?? 1;
    const words = [OWNER, '--chain', '1', '--rpc', `${other}=https://rpc.example`];
    expect(Object.keys(rpcsOf(words))).toEqual(['1']);
  });
});

describe('words that make no sense', () => {
  it.each([
    [[], 'Which address? None was given.'],
    [[OWNER, OWNER], 'One address at a time, please.'],
    [['vitalik.eth'], 'names are not looked up'],
    [[OWNER.slice(0, -1)], 'That is not an address.'],
    [[`${OWNER.slice(0, -2)}e2`], 'its capital letters do not fit'],
    [[OWNER, '--jsn'], 'There is no option --jsn.'],
    [[OWNER, '-v'], 'There is no option -v.'],
    [[OWNER, '--chain'], '--chain takes the number of a network'],
    [[OWNER, '--chain', 'ethereum'], '--chain takes the number of a network'],
    [[OWNER, '--chain', '99999999'], 'Plimsoll does not read chain 99999999. It reads 1 (Ethereum)'],
    [[OWNER, '--rpc'], '--rpc takes a network and the URL to ask'],
    [[OWNER, '--rpc', 'https://rpc.example'], '--rpc takes a network and the URL to ask'],
    [[OWNER, '--rpc', '99999999=https://rpc.example'], 'Plimsoll does not read chain 99999999.'],
    [[OWNER, '--rpc', '1=rpc.example'], 'has to start with https:// or http://'],
    [[OWNER, '--rpc', '1=ws://rpc.example'], 'has to start with https:// or http://'],
  ])('%j: %s', (words, message) => {
    expect(() => readArguments(words)).toThrow(BadArguments);
    expect(() => readArguments(words)).toThrow(message);
  });

  it('never repeats what may be a private key', () => {
    for (const words of [[KEY], [OWNER, KEY], [OWNER, '--rpc', KEY], [OWNER, '--chain', KEY]]) {
      let said = '';
      try {
        readArguments(words);
      } catch (error) {
        said = String(error);
      }
      expect(said).toMatch(/^BadArguments: /);
      expect(said).not.toContain('ab12ab12');
    }
  });
});
