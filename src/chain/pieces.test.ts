import { describe, expect, it } from 'vitest';
import type { Call, Reader } from '../model/reader';
import { RpcError, TooMuch } from './errors';
import { runInLockstep } from './lockstep';
import type { Round } from './multicall';

const call = (n: number): Call => ({
  to: '0x00000000000000000000000000000000000000aa',
  data: `0x${n.toString(16).padStart(8, '0')}`,
});

/** Asks `count` questions and keeps what it was told. */
function* asking(first: number, count: number): Reader {
  const results = yield Array.from({ length: count }, (_, at) => call(first + at));
  return { positions: [], memo: { told: results.map(({ data }) => data) } };
}

/** Answers every question with its own data; refuses more than `limit` at once. */
function node(limit: number) {
  const sizes: number[] = [];
  const send = async (calls: readonly Call[]): Promise<Round> => {
    sizes.push(calls.length);
    if (calls.length > limit) throw new TooMuch('out of gas');
    const block = { number: `${sizes.length}`, timestamp: 1000 + sizes.length };
    return { chainId: 1n, block, results: calls.map(({ data }) => ({ ok: true, data })) };
  };
  return { sizes, send };
}

describe('many questions', () => {
  it('go out in one request while they fit', async () => {
    const { sizes, send } = node(400);
    await runInLockstep([asking(0, 100), asking(100, 300)], send);
    expect(sizes).toEqual([400]);
  });

  it('go out in several above the limit, a reader’s own never apart, and each is told its own answers (fault 28)', async () => {
    const { sizes, send } = node(400);
    const { outcomes, block } = await runInLockstep([asking(0, 250), asking(250, 250), asking(500, 3)], send);
    expect(sizes).toEqual([250, 253]);
    expect(outcomes[1]).toMatchObject({
      reading: { memo: { told: expect.arrayContaining([call(250).data, call(499).data]) } },
    });
    expect(outcomes[2]).toEqual({
      reading: { positions: [], memo: { told: [500, 501, 502].map((n) => call(n).data) } },
    });
    expect(block).toEqual({ number: '1', timestamp: 1001 });
  });

  it('that say the same count once', async () => {
    const { sizes, send } = node(1_000);
    function* sharing(first: number): Reader {
      yield [...Array.from({ length: 200 }, (_, at) => call(at)), call(first)];
      return { positions: [], memo: {} };
    }
    await runInLockstep([200, 201, 202].map(sharing), send);
    expect(sizes).toEqual([3 * 201]);
  });

  it('are halved when they are too much for the node, down to the one reader that is (fault 27)', async () => {
    const { sizes, send } = node(10);
    const { outcomes } = await runInLockstep(
      [asking(0, 5), asking(5, 5), asking(10, 30), asking(40, 5)],
      send,
    );
    expect(sizes).toEqual([45, 10, 35, 30, 5]);
    expect(outcomes.map((outcome) => 'reading' in outcome)).toEqual([true, true, false, true]);
    expect(outcomes[2]).toEqual({ reason: 'It could not be read: out of gas.' });
  });

  it('are not asked again of an RPC that is at fault otherwise', async () => {
    let asked = 0;
    const send = async (): Promise<Round> => {
      asked++;
      throw new RpcError('it cannot be reached');
    };
    await expect(runInLockstep([asking(0, 5), asking(5, 5)], send)).rejects.toThrow('it cannot be reached');
    expect(asked).toBe(1);
  });
});
