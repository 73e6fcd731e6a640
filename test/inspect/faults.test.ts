import { toHex } from 'viem';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chains } from '../../src/chain/chains';
import { compoundV3 } from '../../src/protocols/compoundV3';
import { cometRecording, cometVector } from '../replay/comet';
import { type ReplayServer, startReplay } from '../replay/server';
import { startRpcServer } from '../support/rpcServer';
import { command, inspected } from './run';

const near = cometVector('g-comet-58');
const NOBODY = 'http://127.0.0.1:9';

/** A process of its own takes seconds on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

let server: ReplayServer;
beforeAll(async () => {
  server = await startReplay(cometRecording(near));
});
afterAll(() => server.stop());

const read = (...words: string[]) => inspected([near.account, ...words], [compoundV3]);

describe('an RPC that gives no usable answer', () => {
  it('is an error of its chain, and not the end', async () => {
    const { blocks, positions, errors } = await read('--rpc', `1=${NOBODY}`);
    expect({ blocks, positions }).toEqual({ blocks: {}, positions: [] });
    expect(errors).toEqual([
      {
        chainId: 1,
        protocol: null,
        market: null,
        message: 'No usable answer from Ethereum. 127.0.0.1:9: it cannot be reached.',
      },
    ]);
  });

  it('gives way to the next that is given', async () => {
    const { positions } = await read('--rpc', `1=${NOBODY}`, '--rpc', `1=${server.url}`);
    expect(positions).toHaveLength(1);
  });

  it('may be one of another chain', async () => {
    server.play({ ...cometRecording(near), chainId: 10 });
    const { positions, errors } = await read('--rpc', `1=${server.url}`);
    server.play(cometRecording(near));
    expect(positions).toEqual([]);
    expect(errors[0]?.message).toContain('it serves chain 10, not Ethereum');
  });
});

it('reads from an RPC that knows only plain calls, and asks it for a packed answer once', async () => {
  const { positions: packed } = await read('--rpc', `1=${server.url}`);
  const plain = await startRpcServer(async (request, response) => {
    const isPlain = request.params.length <= 2;
    const refusal = {
      id: request.id,
      error: { code: -32602, message: 'too many arguments, want at most 2' },
    };
    const answer = () => fetch(server.url, { method: 'POST', body: JSON.stringify(request) });
    response.end(isPlain ? await (await answer()).text() : JSON.stringify(refusal));
  });
  const { positions } = await read('--rpc', `1=${plain.url}`);
  await plain.stop();
  expect(positions).toEqual(packed);
  expect(plain.requests.filter(({ params }) => params.length > 2)).toHaveLength(1);
});

it('asks the RPC that is given and no other, and nothing but eth_call', async () => {
  const before = server.requests.length;
  await read('--rpc', `1=${server.url}`);
  const methods = server.requests.slice(before).map(({ method }) => method);
  expect(new Set(methods)).toEqual(new Set(['eth_call']));
});

it('leaves a chain without markets to its word, and the others stand', async () => {
  const words = [near.account, ...chains.flatMap(({ id }) => ['--rpc', `${id}=${server.url}`])];
  const onlyHere = { ...compoundV3, markets: compoundV3.markets.filter(({ chainId }) => chainId === 1) };
  const { positions, errors } = await inspected(words, [onlyHere]);
  expect(positions).toHaveLength(1);
  const elsewhere = errors.filter(({ chainId }) => chainId !== 1);
  expect(elsewhere.map(({ message }) => message)).toEqual(
    chains.filter(({ id }) => id !== 1).map(({ name }) => `Plimsoll reads no market on ${name} yet.`),
  );
});

describe('the command in a process of its own', () => {
  it('ends well and prints one object when nothing can be read', async () => {
    const { code, stdout, stderr } = await command([near.account, '--rpc', `1=${NOBODY}`, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ positions: [], errors: [{ chainId: 1 }] });
  });

  it.each([
    [['--json'], 'Which address? None was given.'],
    [[toHex(7n, { size: 20 }), '--chain', 'mainnet', '--json'], '--chain takes the number of a network'],
  ])('refuses %j in a sentence, with exit code 2 and nothing on stdout', async (words, sentence) => {
    const { code, stdout, stderr } = await command(words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
  });
});
