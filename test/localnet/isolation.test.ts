import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { multicall3Abi } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MULTICALL3 } from './production';
import { type Localnet, startLocalnet } from './start';

const ACCOUNT = '0xb000000000000000000000000000000000000002';

describe('private copies', () => {
  let first: Localnet;
  let second: Localnet;
  beforeAll(async () => {
    [first, second] = await Promise.all([startLocalnet(), startLocalnet()]);
  });
  afterAll(() => Promise.all([first.stop(), second.stop()]));

  it('do not disturb each other', async () => {
    await first.setPrice('WETH', 1n);
    await first.supply('Core', ACCOUNT, 'USDC', 5_000_000n);
    expect(await first.price('WETH')).toBe(1n);
    expect(await second.price('WETH')).toBe(3020_00000000n);
    expect((await first.reservePosition('Core', ACCOUNT, 'USDC')).supplied).toBeGreaterThan(0n);
    expect((await second.reservePosition('Core', ACCOUNT, 'USDC')).supplied).toBe(0n);
  });

  it('go back to a snapshot', async () => {
    const before = await second.snapshot();
    await second.setPrice('WBTC', 50_000_00000000n);
    await second.mint('DAI', ACCOUNT, 7n);
    expect(await second.balance('DAI', ACCOUNT)).toBe(7n);
    await second.revert(before);
    expect(await second.price('WBTC')).toBe(97_000_00000000n);
    expect(await second.balance('DAI', ACCOUNT)).toBe(0n);
  });
});

describe('blocks', () => {
  let net: Localnet;
  beforeAll(async () => {
    net = await startLocalnet();
  });
  afterAll(() => net.stop());

  it('a price change is a block, unless told otherwise', async () => {
    const start = await net.client.getBlockNumber();
    await net.setPrice('DAI', 99_000_000n);
    expect(await net.client.getBlockNumber()).toBe(start + 1n);
    await net.setPrice('DAI', 98_000_000n, { mine: false });
    expect(await net.client.getBlockNumber()).toBe(start + 1n);
    expect(await net.price('DAI')).toBe(98_000_000n);
  });

  it('bear one time while it is frozen', async () => {
    await net.freezeTime();
    const { timestamp } = await net.client.getBlock();
    await net.mine(3);
    expect((await net.client.getBlock()).timestamp).toBe(timestamp);
    await net.advance(60);
    expect((await net.client.getBlock()).timestamp).toBe(timestamp + 60n);
  });
});

describe('options', () => {
  it('blockTime mines on a timer, and transactions wait for it', async () => {
    const net = await startLocalnet({ blockTime: 1 });
    try {
      await net.mint('DAI', ACCOUNT, 1n);
      const after = await net.client.getBlockNumber();
      await expect.poll(() => net.client.getBlockNumber(), { timeout: 5000 }).toBeGreaterThan(after);
    } finally {
      await net.stop();
    }
  });

  it('timestamp is the time of the first block, for eth_call too', async () => {
    const timestamp = 1_900_000_000;
    const net = await startLocalnet({ timestamp });
    try {
      expect((await net.client.getBlock()).timestamp).toBe(BigInt(timestamp));
      const call = {
        address: MULTICALL3,
        abi: multicall3Abi,
        functionName: 'getCurrentBlockTimestamp',
      } as const;
      expect(await net.client.readContract(call)).toBe(BigInt(timestamp));
    } finally {
      await net.stop();
    }
  });
});

describe('the end of a chain', () => {
  const alive = (pid: number) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };

  it('comes with stop', async () => {
    const net = await startLocalnet();
    expect(alive(net.pid)).toBe(true);
    await net.stop();
    expect(alive(net.pid)).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('comes when its parent is killed outright', async () => {
    const start = fileURLToPath(new URL('./start.ts', import.meta.url));
    const script = `import(${JSON.stringify(start)}).then(async (m) => console.log((await m.startLocalnet()).pid))`;
    const parent = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve) => {
      parent.stdout.on('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
    });
    expect(alive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => alive(pid), { timeout: 5000 }).toBe(false);
  });
});
