import { decodeFunctionResult, encodeFunctionData, type Hex, multicall3Abi, numberToHex } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Front, startFront } from '../front';
import { MULTICALL3 } from '../production';
import { type Localnet, startLocalnet } from '../start';
import { ask, askRpc } from './ask';
import type { Fault } from './faults';

const RPC = 'rpc.example';
const OTHER_RPC = 'other-rpc.example';
const RIGHT = { jsonrpc: '2.0', id: 7, result: '0x1' };

let net: Localnet;
let front: Front;

beforeAll(async () => {
  net = await startLocalnet();
});
afterAll(() => net.stop());
beforeEach(async () => {
  front = await startFront({ upstream: net.url, hosts: [RPC, OTHER_RPC] });
});
afterEach(() => front.stop());

const rpc = (method: string, params?: unknown[]) => askRpc(front.port, RPC, method, params);
const chainId = () => rpc('eth_chainId');

async function bodyUnder(fault: Fault) {
  front.fault(RPC, fault);
  return JSON.parse((await chainId()).body);
}

describe('faults', () => {
  it('strike one host, until healed', async () => {
    front.fault(RPC, 'status500');
    expect((await chainId()).status).toBe(500);
    expect((await askRpc(front.port, OTHER_RPC, 'eth_chainId')).status).toBe(200);
    front.fault(RPC, null);
    expect(JSON.parse((await chainId()).body)).toEqual(RIGHT);
    expect(() => front.fault('unknown.example', 'down')).toThrow('unknown.example');
  });

  it('down: the connection breaks', async () => {
    front.fault(RPC, 'down');
    await expect(chainId()).rejects.toThrow(/hang up|ECONNRESET/);
    await expect(ask(front.port, RPC, { method: 'OPTIONS' })).rejects.toThrow(/hang up|ECONNRESET/);
    expect(front.count({ host: RPC })).toBe(1);
  });

  it('hang: nothing comes', async () => {
    front.fault(RPC, 'hang');
    await expect(chainId()).rejects.toThrow('no answer');
    expect(front.requests).toMatchObject([{ method: 'eth_chainId', bytesOut: 0 }]);
  });

  it('slowBody: headers come, the body does not end', async () => {
    front.fault(RPC, 'slowBody');
    await expect(chainId()).rejects.toThrow(/^200, then the body stopped after [1-9]\d* bytes/);
  });

  it('html: 200 with a page', async () => {
    front.fault(RPC, 'html');
    const { status, headers, body } = await chainId();
    expect([status, headers['content-type'], headers['access-control-allow-origin']]).toEqual([
      200,
      'text/html',
      '*',
    ]);
    expect(body).toContain('<!doctype html>');
  });

  it('wrongId: the right answer to another question', async () => {
    const reply = await bodyUnder('wrongId');
    expect([reply.result, reply.id === 7]).toEqual(['0x1', false]);
  });

  it('notJson: cut off', async () => {
    front.fault(RPC, 'notJson');
    const { status, body } = await chainId();
    expect([status, body.startsWith('{"jsonrpc"')]).toEqual([200, true]);
    expect(() => JSON.parse(body)).toThrow();
  });

  it('status500, status403 and status429', async () => {
    front.fault(RPC, 'status500');
    expect((await chainId()).status).toBe(500);
    front.fault(RPC, 'status403');
    expect((await chainId()).status).toBe(403);
    front.fault(RPC, 'status429');
    const { status, headers } = await chainId();
    expect([status, headers['retry-after']]).toEqual([429, '60']);
  });

  it('empty: 200 and no body', async () => {
    front.fault(RPC, 'empty');
    expect(await chainId()).toMatchObject({ status: 200, body: '' });
  });

  it('both: a result and an error', async () => {
    expect(await bodyUnder('both')).toMatchObject({ id: 7, result: '0x1', error: { code: -32000 } });
  });

  it('array: a list of one', async () => {
    expect(await bodyUnder('array')).toEqual([RIGHT]);
  });

  it('oddHex: a digit is missing', async () => {
    front.fault(RPC, 'oddHex');
    const { result } = JSON.parse((await rpc('eth_getCode', [MULTICALL3, 'latest'])).body);
    expect(result).toMatch(/^0x[0-9a-f]+$/);
    expect(result.length % 2).toBe(1);
  });

  it('huge: more than a megabyte', async () => {
    front.fault(RPC, 'huge');
    const { body } = await chainId();
    expect(body.length).toBeGreaterThan(1_048_576);
    expect(JSON.parse(body).id).toBe(7);
  });

  it('redirect: the answer waits elsewhere', async () => {
    front.fault(RPC, 'redirect');
    const { status, headers } = await chainId();
    expect([status, headers.location]).toEqual([307, '/redirected']);
    const body = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'eth_chainId' });
    expect(
      JSON.parse((await ask(front.port, RPC, { method: 'POST', path: '/redirected', body })).body),
    ).toEqual(RIGHT);
  });

  it('delay: late, but right', async () => {
    const start = performance.now();
    expect(await bodyUnder({ delay: 120 })).toEqual(RIGHT);
    expect(performance.now() - start).toBeGreaterThanOrEqual(115);
  });

  it('wrongChain: another network’s id, asked directly or inside aggregate3', async () => {
    expect((await bodyUnder('wrongChain')).result).toBe('0x539');
    const abi = multicall3Abi;
    const getChainId = '0x3408e470';
    const direct = await rpc('eth_call', [{ to: MULTICALL3, data: getChainId }, 'latest']);
    expect(BigInt(JSON.parse(direct.body).result)).toBe(0x539n);
    const getTime = encodeFunctionData({ abi, functionName: 'getCurrentBlockTimestamp' });
    const calls = [getTime, getChainId].map((callData) => ({
      target: MULTICALL3,
      allowFailure: false,
      callData: callData as Hex,
    }));
    const data = encodeFunctionData({ abi, functionName: 'aggregate3', args: [calls] });
    const { body } = await rpc('eth_call', [{ to: MULTICALL3, data }, 'latest']);
    const result = decodeFunctionResult({ abi, functionName: 'aggregate3', data: JSON.parse(body).result });
    const { timestamp } = await net.client.getBlock();
    const time = numberToHex(timestamp, { size: 32 });
    expect(result.map((r) => r.returnData)).toEqual([time, numberToHex(0x539, { size: 32 })]);
  });

  it('end at once with the front, hanging or not', async () => {
    front.fault(RPC, 'hang');
    const left = chainId().catch((error: Error) => error);
    await expect.poll(() => front.count()).toBe(1);
    const start = performance.now();
    await front.stop();
    expect(performance.now() - start).toBeLessThan(200);
    expect(await left).toBeInstanceOf(Error);
  });
});
