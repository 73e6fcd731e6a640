import { describe, expect, it } from 'vitest';
import { RpcError } from './errors';
import { afterAnswer, afterFailure, type Health, inOrder, leftAlone } from './health';

const FIRST = 'https://first.example/key';
const SECOND = 'https://second.example';
const NOW = 1_800_000_000_000;
const S = 1000;

const failed = (health: Health, at = NOW, host = 'first.example') =>
  afterFailure(health, host, new RpcError('it cannot be reached'), at);
const answered = (health: Health, at = NOW, ago = 5) =>
  afterAnswer(health, 'first.example', { latency: 80, timestamp: at / S - ago }, at);
const order = (health: Health, at: number) => inOrder([FIRST, SECOND], health, at);

describe('an RPC that fails', () => {
  it('is asked after the others, twice as long each time in a row, and never for more than five minutes', () => {
    let health: Health = [];
    for (const seconds of [15, 30, 60, 120, 240, 300, 300]) {
      health = failed(health);
      expect(order(health, NOW + seconds * S - 1)).toEqual([SECOND, FIRST]);
      expect(order(health, NOW + seconds * S)).toEqual([FIRST, SECOND]);
      expect(leftAlone(health, 'first.example', NOW)).toBeNull();
    }
  });

  it('is forgiven with its next answer, which says how long it took', () => {
    const health = answered(failed(failed([])));
    expect(health).toMatchObject([{ state: 'healthy', until: 0, reason: null, latency: 80, faults: 0 }]);
    expect(order(failed(health), NOW + 15 * S)).toEqual([FIRST, SECOND]);
  });

  it('comes before one that has failed for longer', () => {
    const health = failed(failed(failed([])), NOW, 'second.example');
    expect(order(health, NOW)).toEqual([SECOND, FIRST]);
  });

  it('is not to blame for what many do: a refusal to search', () => {
    const refusal = new RpcError('it refuses', { penalty: 'none' });
    expect(afterFailure([], 'first.example', refusal, NOW)).toEqual([]);
  });
});

describe('an RPC that is to be left alone', () => {
  it.each(['limited', 'quarantined'] as const)('%s: is, until its time is over', (state) => {
    const error = new RpcError('it says so', { penalty: { state, forMs: 60 * S } });
    const health = afterFailure([], 'first.example', error, NOW);
    expect(leftAlone(health, 'first.example', NOW + 20 * S)).toBe(
      'it says so, and is left alone for 40 s more',
    );
    expect(leftAlone(health, 'first.example', NOW + 60 * S)).toBeNull();
    expect(leftAlone(health, 'second.example', NOW)).toBeNull();
  });

  it('one that lets nobody in is asked last, for want of another', () => {
    const error = new RpcError('no', { penalty: { state: 'barred', forMs: 60 * S } });
    const health = afterFailure([], 'first.example', error, NOW);
    expect(order(health, NOW)).toEqual([SECOND, FIRST]);
    expect(leftAlone(health, 'first.example', NOW)).toBeNull();
  });
});

describe('an RPC whose blocks (fault 18)', () => {
  it('go backwards once is still asked first, and twice in a row after the others', () => {
    const once = answered(answered([]), NOW, 17);
    expect(order(once, NOW)).toEqual([FIRST, SECOND]);
    const twice = answered(once, NOW, 17);
    expect(twice).toMatchObject([{ state: 'behind', reason: 'its blocks are old or go backwards' }]);
    expect(order(twice, NOW)).toEqual([SECOND, FIRST]);
    expect(answered(twice, NOW, 4)).toMatchObject([{ state: 'healthy', faults: 0 }]);
  });

  it('come as they should is written down once a minute', () => {
    const health = answered([]);
    expect(answered(health, NOW + 59 * S)).toBe(health);
    expect(answered(health, NOW + 60 * S)).not.toBe(health);
  });

  it('go backwards now and then is one of several nodes', () => {
    let health = answered([]);
    for (const ago of [17, 4, 17, 3]) health = answered(health, NOW, ago);
    expect(health).toMatchObject([{ state: 'healthy', faults: 0 }]);
  });

  it('are older than ten minutes twice is asked after the others (fault 17)', () => {
    const twice = answered(answered([], NOW, 601), NOW, 601);
    expect(twice).toMatchObject([{ state: 'behind' }]);
    expect(answered(answered([], NOW, 600), NOW, 600)).toMatchObject([{ state: 'healthy' }]);
  });

  it('were behind after a failure begins to be counted anew', () => {
    expect(answered(failed(failed([])), NOW, 601)).toMatchObject([{ state: 'healthy', faults: 1 }]);
  });
});
