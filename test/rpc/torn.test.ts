import fc from 'fast-check';
import { decodeFunctionData, decodeFunctionResult, encodeFunctionResult, multicall3Abi } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { unpack } from '../../src/chain/unpack';
import type { Position } from '../../src/model/position';
import type { Hex, Memo, Result } from '../../src/model/reader';
import type { Figures } from '../../src/model/snapshot';
import { memoItem, snapshotItem } from '../../src/platform/storage';
import { refresh } from '../../src/watch/refresh';
import { cases, openCase } from '../aaveV3/cases';
import { borrowerOf } from '../aaveV3/portfolio';
import { type Localnet, startLocalnet } from '../localnet/start';
import { pack } from '../support/pack';
import { leadRpcsTo, type Rpcs } from '../support/rpcs';

const SEED = 20261121;
const RUNS = 150;
const OWNER = borrowerOf(0);

let net: Localnet;
let rpcs: Rpcs;
beforeAll(async () => {
  net = await startLocalnet();
  await openCase(net, OWNER, cases[2]!);
});
afterAll(() => net.stop());
beforeEach(() => {
  fakeBrowser.reset();
  rpcs = leadRpcsTo(net.url);
});
afterEach(() => vi.unstubAllGlobals());

const codec = { abi: multicall3Abi, functionName: 'aggregate3' } as const;

interface Form {
  readonly read: (reply: Hex, count: number) => readonly Result[];
  readonly write: (parts: readonly Result[]) => Hex;
  /** Whether an RPC of this form takes the code that packs. */
  readonly takesCode: boolean;
}

/** Both forms in which answers come; each is taken apart and put together again here. */
const forms: Record<string, Form> = {
  packed: { read: unpack, write: pack, takesCode: true },
  plain: {
    read: (data) =>
      decodeFunctionResult({ ...codec, data }).map(({ success, returnData }) => ({
        ok: success,
        data: returnData,
      })),
    write: (parts) => {
      const result = parts.map(({ ok, data }) => ({ success: ok, returnData: data }));
      return encodeFunctionResult({ ...codec, result });
    },
    takesCode: false,
  },
};

type Tear = (parts: readonly Result[], at: number, other: number) => readonly Result[];

/** What becomes of the parts of an answer on its way, as many as there were; the frame around them is whole again. */
const tears: Record<string, Tear> = {
  swap: (parts, at, other) => parts.with(at, parts[other]!).with(other, parts[at]!),
  duplicate: (parts, at, other) => parts.with(at, parts[other]!),
  'fail one': (parts, at) => parts.with(at, { ok: false, data: '0x' }),
  'empty one': (parts, at) => parts.with(at, { ok: true, data: '0x' }),
  'cut one short': (parts, at) =>
    parts.with(at, { ok: true, data: (parts[at]!.data.slice(0, -64) || '0x') as Hex }),
};

/** One part too few, or too many. */
const miscounts: Record<string, Tear> = {
  drop: (parts, at) => parts.toSpliced(at, 1),
  insert: (parts, at, other) => parts.toSpliced(at, 0, parts[other]!),
};

/** What becomes of its bytes, with no regard to where a part ends. */
const cuts: Record<string, (bytes: string, at: number, other: number) => string> = {
  'cut off': (bytes, at) => bytes.slice(0, at),
  'lose bytes': (bytes, at, other) => bytes.slice(0, Math.min(at, other)) + bytes.slice(Math.max(at, other)),
  'repeat bytes': (bytes, at, other) =>
    bytes.slice(0, Math.max(at, other)) + bytes.slice(Math.min(at, other)),
  'turn around': (bytes, at) => bytes.slice(at) + bytes.slice(0, at),
};

/**
 * All that enters the health factor, which the contract gives too in the same answer. It gives no other word on which
 * feed a price comes from, on the end of a grace period and on its own version.
 */
const judged = ({ collateral, debt, ...rest }: Position) => ({
  ...rest,
  version: null,
  collateral: collateral.map(({ feed: _, ...held }) => ({ ...held, graceUntil: null })),
  debt: debt.map(({ feed: _, ...owed }) => ({ ...owed, graceUntil: null })),
});

const refusal = { error: { code: -32000, message: 'not this one' } };
const asksWithCode = (params: unknown) => (params as unknown[]).length > 2;

describe.each(Object.keys(forms))('threat: torn reads, %s', (name) => {
  const { read, write, takesCode } = forms[name]!;
  let whole: readonly Position[];
  let asked: readonly unknown[];
  let reply: Hex;
  let parts: readonly Result[];
  let memo: Record<string, Memo>;
  /** What the RPCs answer to that question; to any other, that they do not. */
  let torn: Hex;

  beforeEach(async () => {
    rpcs.answer('eth_call', (params) => {
      if (asksWithCode(params) && !takesCode) return refusal;
      asked = params as unknown[];
      return undefined; // the chain answers
    });
    for (let warm = 0; warm < 4; warm++) await refresh(1, [OWNER]);
    whole = (await snapshotItem(1, OWNER).getValue())!.figures!.positions;
    expect(whole).toHaveLength(1);
    memo = await memoItem(1, OWNER).getValue();
    expect(asksWithCode(asked)).toBe(takesCode);
    reply = await net.client.request({ method: 'eth_call', params: asked as never });
    const { args } = decodeFunctionData({ ...codec, data: (asked[0] as { data: Hex }).data });
    parts = read(reply, args[0]!.length);
    expect(write(parts)).toBe(reply);
    rpcs.answer('eth_call', (params) =>
      JSON.stringify(params) === JSON.stringify(asked) ? { result: torn } : refusal,
    );
  });

  /** What is kept after the torn answer. */
  async function figuresOf(answer: Hex): Promise<Figures | null> {
    torn = answer;
    fakeBrowser.reset();
    await memoItem(1, OWNER).setValue(memo);
    await refresh(1, [OWNER]);
    return (await snapshotItem(1, OWNER).getValue())!.figures;
  }

  /** Whether anything was refused, and how many positions were shown without a mark: only such as the whole answer has. */
  async function readTorn(answer: Hex): Promise<{ refused: boolean; shown: number }> {
    const figures = await figuresOf(answer);
    const sound = figures?.positions.filter(({ agrees }) => agrees) ?? []; // others carry a "≈" at every figure
    for (const position of sound) expect(whole.map(judged)).toContainEqual(judged(position));
    // What is lost is said to be lost: nothing is not calm.
    if (figures?.positions.length === 0) expect(figures.errors).not.toEqual([]);
    return { refused: figures === null || figures.errors.length > 0, shown: sound.length };
  }

  const anyPlace = () => fc.nat(parts.length - 1);
  const anyByte = () => fc.integer({ min: 1, max: reply.length / 2 - 2 }).map((byte) => 2 * byte);
  const often = { numRuns: RUNS, seed: SEED };

  it('the answer as it came is read', async () => {
    expect(await readTorn(reply)).toEqual({ refused: false, shown: 1 });
  });

  it.each(Object.entries(tears))(
    `%s: refused, marked, or the same as whole (seed ${SEED})`,
    async (_, tear) => {
      let [refused, shown] = [0, 0];
      await fc.assert(
        fc.asyncProperty(anyPlace(), anyPlace(), async (at, other) => {
          const seen = await readTorn(write(tear(parts, at, other)));
          refused += Number(seen.refused);
          shown += seen.shown;
        }),
        often,
      );
      expect(refused).toBeGreaterThan(0);
      expect(refused + shown).toBeGreaterThan(RUNS / 2);
    },
  );

  it.each(Object.entries(miscounts))(`%s: refused altogether (seed ${SEED})`, (_, tear) =>
    fc.assert(
      fc.asyncProperty(anyPlace(), anyPlace(), async (at, other) => {
        expect(await figuresOf(write(tear(parts, at, other)))).toBeNull();
      }),
      often,
    ),
  );

  it.each(Object.entries(cuts))(`%s: refused, altogether or where it is torn (seed ${SEED})`, (_, cut) =>
    fc.assert(
      fc.asyncProperty(anyByte(), anyByte(), async (at, other) => {
        fc.pre(at !== other);
        expect((await readTorn(`0x${cut(reply.slice(2), at, other)}`)).refused).toBe(true);
      }),
      often,
    ),
  );
});
