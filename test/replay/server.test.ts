import { createPublicClient, http } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChain } from '../../src/chain/client';
import { compoundV3 } from '../../src/protocols/compoundV3';
import { cometRecording, cometVector, cometVectors, recordedCall } from './comet';
import { type ReplayServer, startReplay } from './server';

const near = cometVector('g-comet-58');

describe('a node that answers from a recording', () => {
  let server: ReplayServer;
  beforeAll(async () => {
    server = await startReplay(cometRecording(near));
  });
  afterAll(() => server.stop());

  const clientOf = () => createPublicClient({ transport: http(server.url, { retryCount: 0 }) });
  const callOf = (fn: string) => {
    const { to, data } = near.calls.find((call) => call.fn === fn)!;
    return { to, data };
  };

  it('knows its chain and its block', async () => {
    const client = clientOf();
    expect(await client.getChainId()).toBe(1);
    expect(await client.getBlockNumber()).toBe(719n);
    expect(await client.getBlock()).toMatchObject({ number: 719n, timestamp: 1766931561n });
    await expect(client.getBlock({ blockNumber: 720n })).rejects.toThrow();
    await expect(client.getBalance({ address: near.account })).rejects.toThrow('eth_getBalance');
  });

  it('replies as it was recorded, stored where nothing accrued before', async () => {
    const { data } = await clientOf().call(callOf('isLiquidatable'));
    expect(data).toBe(recordedCall(near, 'isLiquidatable', 'stored'));
    expect(data).not.toBe(recordedCall(near, 'isLiquidatable', 'accrued'));
  });

  it('has nothing where nothing was recorded, and refuses what it cannot know', async () => {
    const client = clientOf();
    const stranger = { ...callOf('userBasic'), to: near.account };
    expect((await client.call(stranger)).data).toBeUndefined();
    await expect(client.call({ ...callOf('userBasic'), blockNumber: 1n })).rejects.toThrow('not recorded');
    const stateOverride = [{ address: near.account, balance: 1n }];
    await expect(client.call({ ...callOf('userBasic'), stateOverride })).rejects.toThrow('overridden');
  });
});

it('serves the production client, which reads every recorded account of Compound v3 over HTTP', async () => {
  const server = await startReplay(cometRecording(near));
  try {
    const chain = { id: 1, name: 'Ethereum', rpcs: [server.url] };
    for (const of of cometVectors) {
      server.play(cometRecording(of));
      const market = compoundV3.markets.find(({ address }) => address.toLowerCase() === of.comet)!;
      const before = server.requests.length;
      const reading = await readChain(chain, () => [compoundV3.read(market, of.account, null)]);
      const [outcome] = reading.outcomes;
      if (!outcome || 'reason' in outcome) throw new Error(`${of.id}: ${outcome?.reason}`);
      const [position] = outcome.reading.positions;
      expect(reading.block).toEqual({ number: `${of.block.number}`, timestamp: of.block.timestamp });
      expect(server.requests.length - before).toBe(position ? 2 : 1);
      const theirs = BigInt(recordedCall(of, 'isLiquidatable', 'accrued')) === 1n;
      expect([of.id, position?.contract.liquidatable ?? false]).toEqual([of.id, theirs]);
    }
  } finally {
    await server.stop();
  }
});
