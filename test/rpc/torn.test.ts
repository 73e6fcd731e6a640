import fc from 'fast-check';
import { decodeFunctionResult, encodeFunctionResult, type Hex, multicall3Abi } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Position } from '../../src/model/position';
import { memoItem, snapshotItem } from '../../src/platform/storage';
import { refresh } from '../../src/watch/refresh';
import { cases, openCase } from '../aaveV3/cases';
import { borrowerOf } from '../aaveV3/portfolio';
import { type Localnet, startLocalnet } from '../localnet/start';
import { leadRpcsTo, type Rpcs } from '../support/rpcs';

const SEED = 20261121;
const RUNS = 150;
const OWNER = borrowerOf(0);

interface Part {
  readonly success: boolean;
  readonly returnData: Hex;
}

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

/** What becomes of the parts of an answer on its way; the frame is whole again afterwards, or cut off. */
const tears: Record<string, (parts: readonly Part[], at: number, other: number) => readonly Part[]> = {
  drop: (parts, at) => parts.toSpliced(at, 1),
  swap: (parts, at, other) => parts.with(at, parts[other]!).with(other, parts[at]!),
  duplicate: (parts, at, other) => parts.with(at, parts[other]!),
  insert: (parts, at, other) => parts.toSpliced(at, 0, parts[other]!),
  'fail one': (parts, at) => parts.with(at, { success: false, returnData: '0x' }),
  'empty one': (parts, at) => parts.with(at, { success: true, returnData: '0x' }),
  'cut one short': (parts, at) =>
    parts.with(at, { success: true, returnData: (parts[at]!.returnData.slice(0, -64) || '0x') as Hex }),
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

describe('threat: torn reads', () => {
  it.each(Object.entries(tears))(
    `%s: refused, marked, or the same as whole (seed ${SEED})`,
    async (_, tear) => {
      for (let warm = 0; warm < 3; warm++) await refresh(1, [OWNER]);
      let asked: unknown;
      rpcs.answer('eth_call', (params) => {
        asked = params;
        return undefined; // the chain answers
      });
      await refresh(1, [OWNER]);
      const whole = (await snapshotItem(1, OWNER).getValue())!.figures!.positions;
      const memo = await memoItem(1, OWNER).getValue();
      expect(whole).toHaveLength(1);
      const reply = await net.client.request({ method: 'eth_call', params: asked as never });
      const parts = decodeFunctionResult({ ...codec, data: reply });
      const refusal = { error: { code: -32000, message: 'not this one' } };
      let torn: Hex = '0x';
      rpcs.answer('eth_call', (params) =>
        JSON.stringify(params) === JSON.stringify(asked) ? { result: torn } : refusal,
      );

      let [refused, shown] = [0, 0];
      const place = fc.nat(parts.length - 1);
      await fc.assert(
        fc.asyncProperty(place, place, async (at, other) => {
          torn = encodeFunctionResult({ ...codec, result: [...tear(parts, at, other)] });
          fakeBrowser.reset();
          await memoItem(1, OWNER).setValue(memo);
          await refresh(1, [OWNER]);
          const { figures } = (await snapshotItem(1, OWNER).getValue())!;
          if (figures === null || figures.errors.length > 0) refused++;
          for (const position of figures?.positions ?? []) {
            if (!position.agrees) continue; // every figure of it carries a "≈"
            expect(whole.map(judged)).toContainEqual(judged(position));
            shown++;
          }
          // What is lost is said to be lost: nothing is not calm.
          if (figures?.positions.length === 0) expect(figures.errors).not.toEqual([]);
        }),
        { numRuns: RUNS, seed: SEED },
      );
      expect(refused).toBeGreaterThan(0);
      expect(refused + shown).toBeGreaterThan(RUNS / 2);
    },
  );
});
