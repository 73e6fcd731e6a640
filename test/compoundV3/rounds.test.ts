import { describe, expect, it } from 'vitest';
import { runInLockstep } from '../../src/chain/lockstep';
import { MULTICALL3, packRound } from '../../src/chain/multicall';
import type { Memo } from '../../src/model/reader';
import type { Beliefs } from '../../src/protocols/compoundV3/beliefs';
import { markets } from '../../src/protocols/compoundV3/markets';
import { read } from '../../src/protocols/compoundV3/read';
import { cometRecording, cometVector, cometVectors } from '../replay/comet';
import { answerCall } from '../replay/recording';
import { REPLY_LIMIT } from '../support/askRound';
import { answering, cometCall, emptied } from './altered';
import { marketOf, readComet } from './readComet';

const borrower = cometVector('g-comet-03');
const empty = cometVector('g-comet-34');

async function memoOf(of = borrower): Promise<Memo & Beliefs> {
  const { memo } = await readComet(of);
  return memo as Memo & Beliefs;
}

describe('the rounds of a reading', () => {
  it.each(cometVectors)('$id ($category): two cold, one warm, and both say the same', async (of) => {
    const cold = await readComet(of);
    const warm = await readComet(of, { memo: cold.memo });
    expect(cold.rounds.length).toBe(cold.position ? 2 : 1);
    expect(warm.rounds.length).toBe(1);
    expect(warm.position).toEqual(cold.position);
    expect(warm.memo).toEqual(cold.memo);
  });

  it('ask one thing where nothing was the last time', async () => {
    const { rounds } = await readComet(empty, { memo: await memoOf(empty) });
    expect(rounds).toMatchObject([{ calls: 1 }]);
  });

  it('carry a warm borrower of two collaterals in few bytes', async () => {
    const { rounds } = await readComet(borrower, { memo: await memoOf() });
    expect(rounds).toMatchObject([{ calls: 12 }]);
    expect(rounds[0]!.answered).toBeLessThan(REPLY_LIMIT);
  });

  it('accrue before anything is read', async () => {
    const calls = read(marketOf(borrower), borrower.account, await memoOf()).next().value;
    expect(Array.isArray(calls) ? cometCall(calls[0])?.name : null).toBe('accrueAccount');
  });
});

describe('a belief that turned out wrong costs a round and never a figure', () => {
  it.each<[string, Partial<Beliefs>, number]>([
    ['another asset is used', { used: [1] }, 2],
    ['nothing was used', { used: [], borrows: false }, 2],
    ['the base had another feed', { base: null }, 2],
    ['the market listed fewer assets', { assets: [], used: [] }, 3],
    ['symbols are unknown', { symbols: {} }, 1],
  ])('%s', async (_, wrong, rounds) => {
    const memo = { ...(await memoOf()), ...wrong };
    const found = await readComet(borrower, { memo });
    expect(found.rounds.length).toBe(rounds);
    expect(found.position).toEqual((await readComet(borrower)).position);
  });

  it('an asset has another feed since', async () => {
    const memo = await memoOf();
    const moved = memo.assets.map((asset) => asset && { ...asset, feed: memo.base!.feed });
    const found = await readComet(borrower, { memo: { ...memo, assets: moved } });
    expect(found.rounds.length).toBe(2);
    expect(found.position).toEqual((await readComet(borrower)).position);
  });

  it('the base has another feed since', async () => {
    const memo = await memoOf();
    const base = { ...memo.base!, feed: memo.assets[0]!.feed };
    const found = await readComet(borrower, { memo: { ...memo, base } });
    expect(found.rounds.length).toBe(2);
    expect(found.position).toEqual((await readComet(borrower)).position);
  });

  it('governance changed a factor: known in the same round', async () => {
    const recording = answering(cometRecording(borrower), 'getAssetInfo', (info) => ({
      ...info,
      liquidateCollateralFactor: 500_000_000_000_000_000n,
    }));
    const { position, rounds } = await readComet(borrower, { memo: await memoOf(), recording });
    expect(rounds.length).toBe(1);
    expect(position?.collateral.map(({ threshold }) => threshold)).toEqual(
      Array(2).fill('500000000000000000'),
    );
  });

  it('the position was closed between two reads', async () => {
    const recording = emptied(cometRecording(borrower), { owing: false });
    const { position, memo, rounds } = await readComet(borrower, { memo: await memoOf(), recording });
    expect([position, rounds.length]).toEqual([null, 2]);
    expect((await readComet(borrower, { memo, recording })).rounds).toMatchObject([{ calls: 1 }]);
  });

  it.each<[string, object]>([
    ['base', { base: 'USDC' }],
    ['base token', { base: { token: 'USDC', decimals: 6, feed: `0x${'1'.repeat(40)}` } }],
    ['base feed', { base: { token: `0x${'1'.repeat(40)}`, decimals: 6, feed: '0x' } }],
    ['decimals', { base: { token: `0x${'1'.repeat(40)}`, decimals: '6', feed: `0x${'1'.repeat(40)}` } }],
    ['assets', { assets: 'all' }],
    ['asset', { assets: [{ address: 'LINK', feed: 'LINK / USD' }] }],
    ['use', { used: {} }],
    ['place', { used: [-1] }],
    ['debt', { borrows: 'much' }],
    ['symbols', { symbols: 'LINK' }],
  ])('a memo with a spoilt %s is forgotten', async (_, spoilt) => {
    const { position, memo, rounds } = await readComet(borrower, {
      memo: { ...(await memoOf()), ...spoilt },
    });
    expect([position?.owner, rounds.length]).toEqual([borrower.account, 2]);
    expect(memo).toEqual(await memoOf());
  });
});

it('all markets of a chain share the requests, and those that are not there take no other with them', async () => {
  const here = markets.filter(({ chainId }) => chainId === 1);
  let requests = 0;
  const { outcomes } = await runInLockstep(
    here.map((market) => read(market, borrower.account, null)),
    async (calls) => {
      requests++;
      const { data, unpack } = packRound(calls);
      return unpack(answerCall(cometRecording(borrower), { to: MULTICALL3, data }).data);
    },
  );
  expect(requests).toBe(2);
  const found = outcomes.map((outcome) =>
    'reading' in outcome ? outcome.reading.positions.length : outcome.reason,
  );
  const missing = 'No contract is deployed that answers userBasic.';
  expect(found).toEqual([1, missing, missing, missing, missing, missing]);
});
