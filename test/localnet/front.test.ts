import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberToHex } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Front, startFront } from './front';
import { ask as askPort, askRpc } from './front/ask';
import { type Localnet, startLocalnet } from './start';

const RPC = 'rpc.example';
const OTHER_RPC = 'other-rpc.example';
const APP = 'app.example';

let net: Localnet;
let front: Front;
let folder: string;

beforeAll(async () => {
  net = await startLocalnet();
  folder = await mkdtemp(join(tmpdir(), 'front-'));
  await mkdir(join(folder, 'site'));
  await writeFile(join(folder, 'site/index.html'), '<title>lending</title>');
  await writeFile(join(folder, 'site/app.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'not for the site');
});
afterAll(async () => {
  await net.stop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  front = await startFront({
    upstream: net.url,
    hosts: [RPC, OTHER_RPC],
    routes: {
      [APP]: join(folder, 'site'),
      'echo.example': (r) => ({ status: 201, body: `${r.method} ${r.path} ${r.body}` }),
    },
  });
});
afterEach(() => front.stop());

const ask = (host: string, asked?: Parameters<typeof askPort>[2]) => askPort(front.port, host, asked);
const rpc = (method: string, host = RPC) => askRpc(front.port, host, method);

describe('a front without faults', () => {
  it('forwards JSON-RPC to the chain, open to every origin', async () => {
    await net.setPrice('WETH', 2000_00000000n);
    const block = numberToHex(await net.client.getBlockNumber());
    const { status, headers, body } = await rpc('eth_blockNumber');
    expect([status, headers['access-control-allow-origin'], headers['content-type']]).toEqual([
      200,
      '*',
      'application/json',
    ]);
    expect(JSON.parse(body)).toEqual({ jsonrpc: '2.0', id: 7, result: block });
  });

  it('answers a preflight and does not count it', async () => {
    const { status, headers } = await ask(RPC, { method: 'OPTIONS' });
    expect([status, headers['access-control-allow-origin']]).toEqual([204, '*']);
    expect(headers['access-control-allow-headers']).toContain('content-type');
    expect(front.requests).toEqual([]);
  });

  it('counts by host and method, and forgets on reset', async () => {
    const reply = await rpc('eth_chainId');
    await rpc('eth_blockNumber');
    await rpc('eth_chainId', OTHER_RPC);
    expect(front.count()).toBe(3);
    expect(front.count({ method: 'eth_chainId' })).toBe(2);
    expect(front.count({ host: RPC, method: 'eth_chainId' })).toBe(1);
    const [first] = front.requests;
    expect(first).toMatchObject({ host: RPC, method: 'eth_chainId', bytesOut: reply.body.length });
    expect(first?.bytesIn).toBe('{"jsonrpc":"2.0","id":7,"method":"eth_chainId","params":[]}'.length);
    expect(Math.abs((first?.at ?? 0) - Date.now())).toBeLessThan(5000);
    front.reset();
    expect(front.count()).toBe(0);
  });

  it('counts a batch as one request', async () => {
    const one = { jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] };
    const body = JSON.stringify([one, { ...one, id: 2, method: 'eth_blockNumber' }]);
    expect(JSON.parse((await ask(RPC, { method: 'POST', body })).body)).toHaveLength(2);
    expect(front.requests.map((r) => r.method)).toEqual(['eth_chainId+eth_blockNumber']);
  });

  it('serves a folder, its routes and its files', async () => {
    const index = await ask(APP);
    expect([index.status, index.headers['content-type'], index.body]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<title>lending</title>',
    ]);
    expect((await ask(APP, { path: '/markets/weth?x=1' })).body).toBe('<title>lending</title>');
    expect((await ask(APP, { path: '/app.js' })).headers['content-type']).toContain('text/javascript');
    expect((await ask(APP, { path: '/none.js' })).status).toBe(404);
  });

  it('keeps inside the folder', async () => {
    expect((await ask(APP, { path: '/..%2fsecret.txt' })).status).toBe(404);
  });

  it('serves a function', async () => {
    const { status, body } = await ask('echo.example', { method: 'POST', path: '/a?b', body: 'c' });
    expect([status, body]).toEqual([201, 'POST /a?b c']);
  });

  it('notes who asked for a host that is nobody’s', async () => {
    expect((await ask('tracker.example')).status).toBe(421);
    expect(front.strangers).toEqual(['tracker.example']);
  });

  it('maps its hosts, and nothing else, for the browser', () => {
    expect(front.resolverRules).toContain(`MAP ${RPC} 127.0.0.1:${front.port}, `);
    expect(front.resolverRules).toContain(`MAP ${APP} 127.0.0.1:${front.port}, `);
    expect(front.resolverRules).toMatch(/MAP \* ~NOTFOUND, EXCLUDE 127\.0\.0\.1$/);
  });
});
