import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack } from '../../test/support/pack';
import type { Hex, Result } from '../model/reader';
import { RpcError } from './errors';
import { unpack } from './unpack';

const SEED = 20_261_121;

const zeros = (bytes: number): string => '00'.repeat(bytes);
const MOST = 'ff'.repeat(32);

describe('a packed reply', () => {
  it.each<[string, Hex, Result[]]>([
    ['nothing asked', '0x01', []],
    ['no answer', '0x018000', [{ ok: true, data: '0x' }]],
    ['a failure without a word', '0x010000', [{ ok: false, data: '0x' }]],
    ['a zero', '0x01802000', [{ ok: true, data: `0x${zeros(32)}` }]],
    ['a small number', '0x018020022A01', [{ ok: true, data: `0x${zeros(30)}2a01` }]],
    [
      'a word without zeros',
      `0x01802020${'1f'.repeat(32)}`,
      [{ ok: true, data: `0x${'1f'.repeat(32)}` as Hex }],
    ],
    ['the largest number', '0x01802021', [{ ok: true, data: `0x${MOST}` as Hex }]],
    ['less than a word', '0x010004000000ff', [{ ok: false, data: '0x000000ff' }]],
    [
      'two calls, one of two words and a rest',
      '0x018043010700aabbcc80200105',
      [
        { ok: true, data: `0x${zeros(31)}07${zeros(32)}aabbcc` },
        { ok: true, data: `0x${zeros(31)}05` },
      ],
    ],
  ])('of %s', (_, reply, results) => {
    expect(unpack(reply, results.length)).toEqual(results);
  });

  it.each<[string, Hex, number]>([
    ['its calls do', '0x018000', 2],
    ['a head does', '0x0180', 1],
    ['a size is said', '0x018020', 1],
    ['a word does', '0x01802002ff', 1],
    ['a rest does', '0x018004ffffff', 1],
    ['what it claims', '0x01ffff', 1],
  ])('is refused where it ends before %s', (_, reply, count) => {
    expect(() => unpack(reply, count)).toThrow(new RpcError('the answer ends too early'));
  });

  it('is refused where it goes on', () => {
    expect(() => unpack('0x0180008000', 1)).toThrow(new RpcError('the answer goes on after its end'));
  });

  it.each<[string, Hex]>([
    ['a zero where a number begins', '0x018020020001'],
    ['a zero written as a byte', '0x0180200100'],
    ['a word of more than 33 bytes', `0x01802022${'11'.repeat(34)}`],
    ['the largest number written out', `0x01802020${MOST}`],
  ])('is refused where it has %s', (_, reply) => {
    expect(() => unpack(reply, 1)).toThrow(new RpcError('the answer has a word of an unknown form'));
  });
});

const word = fc.oneof(
  fc.constantFrom(zeros(32), MOST),
  fc
    .tuple(fc.integer({ min: 1, max: 32 }), fc.uint8Array({ minLength: 32, maxLength: 32 }))
    .map(([size, bytes]) => Buffer.from(bytes.slice(0, size)).toString('hex').padStart(64, '0')),
);
const rest = fc.uint8Array({ maxLength: 31 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const result: fc.Arbitrary<Result> = fc.record({
  ok: fc.boolean(),
  data: fc
    .tuple(fc.array(word, { maxLength: 8 }), rest)
    .map(([words, more]): Hex => `0x${words.join('')}${more}`),
});
const results = fc.array(result, { maxLength: 12 });

/** Replies with a byte changed, put in, taken out or cut off behind. */
const change = fc.record({
  at: fc.nat(),
  byte: fc.integer({ min: 0, max: 255 }).map((byte) => byte.toString(16).padStart(2, '0')),
  how: fc.constantFrom('changed', 'put in', 'taken out', 'cut off'),
});

function changed(
  reply: Hex,
  { at, byte, how }: typeof change extends fc.Arbitrary<infer T> ? T : never,
): Hex {
  const place = 4 + 2 * (at % (reply.length / 2 - 1));
  const [before, behind] = [reply.slice(0, place), reply.slice(place)];
  if (how === 'cut off') return before as Hex;
  if (how === 'put in') return `${before}${byte}${behind}` as Hex;
  return `${before}${how === 'changed' && behind ? byte : ''}${behind.slice(2)}` as Hex;
}

describe(`for any answers (seed ${SEED})`, () => {
  it('a reply means what was packed', () => {
    fc.assert(
      fc.property(results, (each) => {
        expect(unpack(pack(each), each.length)).toEqual(each);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it('a spoilt reply is refused, or is the one reply of another meaning: it never passes for what was packed', () => {
    let refused = 0;
    fc.assert(
      fc.property(results, fc.array(change, { minLength: 1, maxLength: 3 }), (each, changes) => {
        const spoilt = changes.reduce(changed, pack(each));
        try {
          expect(pack(unpack(spoilt, each.length))).toBe(spoilt);
        } catch (error) {
          if (!(error instanceof RpcError)) throw error;
          refused++;
        }
      }),
      { seed: SEED, numRuns: 5_000 },
    );
    expect(refused).toBeGreaterThan(2_500);
  });

  it('noise of any length is read to no more than 32 times its length, in no time', () => {
    const RUNS = 2_000;
    const began = performance.now();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), fc.nat(400), (noise, count) => {
        const reply: Hex = `0x01${Buffer.from(noise).toString('hex')}`;
        try {
          const read = unpack(reply, count).reduce((sum, { data }) => sum + data.length, 0);
          expect(read).toBeLessThanOrEqual(32 * reply.length);
        } catch (error) {
          if (!(error instanceof RpcError)) throw error;
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect((performance.now() - began) / RUNS).toBeLessThan(5);
  });
});
