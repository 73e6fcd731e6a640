import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Address, numberToHex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInLockstep } from '../../src/chain/lockstep';
import { MULTICALL3, packRound, type Round } from '../../src/chain/multicall';
import { PACKER } from '../../src/chain/packer';
import { unpack } from '../../src/chain/unpack';
import type { Call, Hex, Memo, Result } from '../../src/model/reader';
import { protocols } from '../../src/protocols/registry';
import { borrowerOf } from '../aaveV3/portfolio';
import { type Localnet, startLocalnet } from '../localnet/start';
import { askRound } from '../support/askRound';
import { assemble } from '../support/assembler';
import { loans, openEverywhere } from '../support/openEverywhere';
import { pack } from '../support/pack';

const SEED = 20_261_121;

it('is what its source says', () => {
  expect(PACKER).toBe(assemble(readFileSync(new URL('packer.asm', import.meta.url), 'utf8')));
});

let net: Localnet;
beforeAll(async () => {
  net = await startLocalnet();
});
afterAll(() => net.stop());

const packer = [{ address: MULTICALL3 as Address, code: PACKER }];

async function plainly(calls: readonly Call[]): Promise<Round> {
  const { data, unpack: read } = packRound(calls);
  return read((await net.client.call({ to: MULTICALL3, data })).data ?? '0x');
}

describe('on real contracts', () => {
  const owner = borrowerOf(0);
  beforeAll(() => openEverywhere(net, owner));

  const markets = protocols.flatMap(({ markets: all, read }) =>
    all.filter(({ chainId }) => chainId === 1).map((market) => ({ market, read })),
  );

  it('a loan in every protocol there is reads the same in both forms, cold and warm, to the last bit', async () => {
    let memos: (Memo | null)[] = markets.map(() => null);
    let reverted = 0;
    for (const rounds of [2, 1]) {
      let asked = 0;
      const readers = markets.map(({ market, read }, at) => read(market, owner, memos[at] ?? null));
      const { outcomes } = await runInLockstep(readers, async (calls) => {
        asked++;
        const { round } = await askRound(net.client, calls);
        expect(round).toEqual(await plainly(calls));
        reverted += round.results.filter(({ ok }) => !ok).length;
        return round;
      });
      const readings = outcomes.flatMap((outcome) => ('reading' in outcome ? [outcome.reading] : []));
      const found = readings.flatMap(({ positions }) => positions.map(({ market }) => market.protocol));
      expect(found.toSorted()).toEqual(Object.keys(loans).toSorted());
      expect(asked).toBe(rounds);
      memos = outcomes.map((outcome) => ('reading' in outcome ? outcome.reading.memo : null));
    }
    expect(reverted).toBeGreaterThan(0);
  });
});

describe('on contracts made to be difficult', () => {
  /** Give their call data back, or revert with it. */
  const ECHO: Address = '0x00000000000000000000000000000000000ec000';
  const REFUSE: Address = '0x00000000000000000000000000000000000ec001';
  /** Answers as many zeros as its call data says. */
  const BOMB: Address = '0x00000000000000000000000000000000000ec002';
  const EATER: Address = '0x00000000000000000000000000000000000ec003';
  beforeAll(async () => {
    await net.client.setCode({ address: ECHO, bytecode: '0x366000600037366000f3' });
    await net.client.setCode({ address: REFUSE, bytecode: '0x366000600037366000fd' });
    await net.client.setCode({ address: BOMB, bytecode: assemble('0 CALLDATALOAD 0 RETURN') });
    await net.client.setCode({ address: EATER, bytecode: '0xfe' });
  });

  const saying = ({ ok, data }: Result): Call => ({ to: ok ? ECHO : REFUSE, data });
  const sized = (bytes: number): Call => ({ to: BOMB, data: numberToHex(bytes, { size: 32 }) });

  async function packedReply(calls: readonly Call[]): Promise<Hex> {
    const { data } = packRound(calls);
    return (await net.client.call({ to: MULTICALL3, data, stateOverride: packer })).data ?? '0x';
  }

  it('every number of significant bytes, at both ends of it', async () => {
    const words = Array.from({ length: 32 }, (_, at) => 256n ** BigInt(at)).flatMap((n) => [n, n * 255n]);
    const numbers = [0n, ...words, 2n ** 256n - 1n, 2n ** 256n - 2n];
    const results = numbers.map((n): Result => ({ ok: true, data: numberToHex(n, { size: 32 }) }));
    const { round } = await askRound(net.client, results.map(saying));
    expect(round.results).toEqual(results);
  });

  it(`any answers, whole words and not, reverts among them, come as packed by hand (seed ${SEED})`, async () => {
    const bytes = fc
      .oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.array(fc.constantFrom(0, 0, 0, 0, 7, 255), { maxLength: 200 }),
      )
      .map((each): Hex => `0x${Buffer.from(each).toString('hex')}`);
    const result = fc.record({ ok: fc.boolean(), data: bytes });
    const lists = fc.sample(fc.array(result, { maxLength: 40 }), { seed: SEED, numRuns: 60 });
    for (const list of lists) {
      const calls = list.map(saying);
      const round = await plainly(calls);
      expect((await askRound(net.client, calls)).round).toEqual(round);
      expect(round.results).toEqual(list);
      const reply = await packedReply(calls);
      const all = unpack(reply, new Set(calls.map(({ to, data }) => to + data)).size + 3);
      expect(reply).toBe(pack(all));
    }
  });

  it('no code, and what Multicall3 itself is asked', async () => {
    const nobody: Call = { to: borrowerOf(77), data: '0x12345678' };
    const owner: Address = '0x00000000000000000000000000000000000ec005';
    await net.client.setBalance({ address: owner, value: 10n ** 18n });
    const itself = (data: Hex): Call => ({ to: MULTICALL3, data });
    const calls = [
      nobody,
      itself('0x3408e470'),
      itself('0x42cbb15c'),
      itself('0x0f28c97d'),
      itself('0xffffffff'),
      ...[owner, borrowerOf(77)].map((who) => itself(`0x4d2301cc${who.slice(2).padStart(64, '0')}`)),
    ];
    const { round } = await askRound(net.client, calls);
    expect(round).toEqual(await plainly(calls));
    expect(round.results.map(({ ok }) => ok)).toEqual([true, true, true, true, false, true, true]);
    expect(round.results.slice(-2).map(({ data }) => BigInt(data))).toEqual([10n ** 18n, 0n]);
  });

  it('an answer that is too long has failed, and the others stand', async () => {
    const calls = [saying({ ok: true, data: '0x07' }), sized(32_767), sized(32_768), sized(1_000_000)];
    const { round, received } = await askRound(net.client, [...calls, saying({ ok: true, data: '0x08' })]);
    expect(round.results).toEqual([
      { ok: true, data: '0x07' },
      { ok: true, data: `0x${'00'.repeat(32_767)}` },
      { ok: false, data: '0x' },
      { ok: false, data: '0x' },
      { ok: true, data: '0x08' },
    ]);
    expect(received).toBeLessThan(2_400);
  });

  it('one that eats all gas leaves enough for the others', async () => {
    const others = Array.from({ length: 60 }, (_, at) =>
      saying({ ok: true, data: numberToHex(at, { size: 32 }) }),
    );
    const { round } = await askRound(net.client, [{ to: EATER, data: '0x' }, ...others]);
    expect(round.results.map(({ ok }) => ok)).toEqual([false, ...others.map(() => true)]);
  });

  it('calls see what those before them wrote, and come from Multicall3', async () => {
    const writer: Address = '0x00000000000000000000000000000000000ec004';
    // Answers its slot 0 and puts the caller's address there.
    await net.client.setCode({ address: writer, bytecode: '0x6000546000523360005560206000f3' });
    const { round } = await askRound(net.client, [
      { to: writer, data: '0x' },
      { to: writer, data: '0x00' },
    ]);
    expect(round.results.map(({ data }) => BigInt(data))).toEqual([0n, BigInt(MULTICALL3)]);
  });
});
