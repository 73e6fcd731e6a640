import { encodeFunctionResult } from 'viem';
import { describe, expect, it } from 'vitest';
import { spokeAbi } from '../../src/protocols/aaveV4/abi';
import type { Beliefs } from '../../src/protocols/aaveV4/beliefs';
import { recorded, recordedPosition } from '../replay/aaveV4';
import { REPLY_LIMIT } from '../support/askRound';
import { readAt } from './readAt';

const open = recorded.positions.filter(
  ({ truth }) => truth.why !== 'no debt' || truth.accountData.activeCollateralCount !== '0',
);
const empty = recorded.positions.filter((each) => !open.includes(each));

/** Borrows 2 and 6 against 0 and 4 of the seven reserves; entered 0 with an old key. */
const two = recordedPosition('g-v4-02');

async function learnt(of = two): Promise<Beliefs> {
  const { memo } = await readAt(of);
  return memo as unknown as Beliefs;
}

const remembering = (beliefs: Beliefs) => ({ memo: { ...beliefs } });

describe('requests', () => {
  it.each(open)('$id, $category: three the very first time, one from then on', async (of) => {
    const first = await readAt(of);
    expect(first.rounds).toHaveLength(3);
    const next = await readAt(of, { memo: first.memo });
    expect(next.rounds).toHaveLength(1);
    expect(next.position).toEqual(first.position);
    expect(next.memo).toEqual(first.memo);
  });

  it.each(empty)(
    '$id, $category: three questions the first time and then one where nothing counts and nothing is owed',
    async (of) => {
      const first = await readAt(of);
      expect(first).toMatchObject({ position: null, rounds: [{ calls: 3 }] });
      const next = await readAt(of, { memo: first.memo });
      expect(next).toMatchObject({ position: null, rounds: [{ calls: 1 }] });
    },
  );

  it('one collateral against one debt: 5.4 kB asked and 2 kB answered at most, the block and the chain with it', async () => {
    const of = recordedPosition('g-v4-01');
    const { rounds } = await readAt(of, { memo: (await readAt(of)).memo });
    expect(rounds).toHaveLength(1);
    expect(rounds[0]?.calls).toBe(20);
    expect(rounds[0]?.asked).toBeLessThan(5_400);
    expect(rounds[0]?.answered).toBeLessThan(REPLY_LIMIT);
  });
});

describe('between two reads', () => {
  it.each([
    ['a collateral was added', (id: number) => id !== 0],
    ['a borrowing was added', (id: number) => id !== 6],
    ['the position was opened', () => false],
  ])('%s: two rounds', async (_name, stays) => {
    const { position, memo } = await readAt(two);
    const before = memo as unknown as Beliefs;
    const later = await readAt(
      two,
      remembering({ ...before, used: before.used.filter(({ id }) => stays(id)) }),
    );
    expect(later.position).toEqual(position);
    expect(later.memo.used).toEqual(memo.used);
    expect(later.rounds).toHaveLength(2);
  });

  it('a use ended: one round', async () => {
    const { position, memo } = await readAt(two);
    const before = memo as unknown as Beliefs;
    const used = [...before.used, { id: 1, collateral: true, borrowed: true }];
    const later = await readAt(two, remembering({ ...before, used }));
    expect(later.position).toEqual(position);
    expect(later.memo.used).toEqual(memo.used);
    expect(later.rounds).toHaveLength(1);
  });

  it.each([
    ['the owner took another configuration', { ownKey: 7 }],
    ['governance added a configuration', { latestKey: 7 }],
    ['the memo names another hub', { hub: '0x0000000000000000000000000000000000000001' as const }],
    ['the memo names another asset of the hub', { assetId: 9 }],
    ['the memo names another token', { token: '0x0000000000000000000000000000000000000001' as const }],
  ])('%s: two rounds', async (_name, wrong) => {
    const { position } = await readAt(two);
    const before = await learnt();
    const reserves = before.reserves.map((facts, id) => (facts && id === 0 ? { ...facts, ...wrong } : facts));
    const later = await readAt(two, remembering({ ...before, reserves }));
    expect(later.position).toEqual(position);
    expect(later.rounds).toHaveLength(2);
    // Not every reserve is asked for again.
    expect(later.rounds[1]?.calls).toBeLessThan(45);
  });

  it('a reserve that was collateral is borrowed too: two rounds', async () => {
    const both = recordedPosition('g-v4-20');
    const { position, memo } = await readAt(both);
    const before = memo as unknown as Beliefs;
    const used = before.used.map((use) => ({ ...use, borrowed: false }));
    const later = await readAt(both, remembering({ ...before, used }));
    expect(later.position).toEqual(position);
    expect(later.rounds).toHaveLength(2);
  });

  it('the oracle was replaced: two rounds', async () => {
    const { position } = await readAt(two);
    const memo = { ...(await learnt()), oracle: '0x0000000000000000000000000000000000000001' };
    const later = await readAt(two, { memo });
    expect(later.position).toEqual(position);
    expect(later.rounds).toHaveLength(2);
  });

  it('a reserve was added and is used: found by the number of reserves', async () => {
    const { position, memo } = await readAt(two);
    const before = memo as unknown as Beliefs;
    const later = await readAt(
      two,
      remembering({
        ...before,
        reserves: before.reserves.slice(0, 6),
        used: before.used.filter(({ id }) => id < 6),
      }),
    );
    expect(later.position).toEqual(position);
    expect(later.rounds).toHaveLength(4);
  });

  it('the position was closed', async () => {
    const nothing = encodeFunctionResult({
      abi: spokeAbi,
      functionName: 'getUserAccountData',
      result: {
        riskPremium: 0n,
        avgCollateralFactor: 0n,
        healthFactor: 2n ** 256n - 1n,
        totalCollateralValue: 0n,
        totalDebtValueRay: 0n,
        activeCollateralCount: 0n,
        borrowCount: 0n,
      },
    });
    const account = two.calls.find(({ fn }) => fn === 'getUserAccountData');
    let reads = 0;
    const later = await readAt(two, {
      answer({ data }) {
        if (data !== account?.data) return null;
        return ++reads === 2 ? { ok: true, data: nothing } : null;
      },
    });
    expect(later.position).toBeNull();
    expect(later.rounds).toHaveLength(2);
  });

  it('the first position was opened: three rounds, as the very first time', async () => {
    const { position, memo } = await readAt(two);
    const before = memo as unknown as Beliefs;
    const reserves = before.reserves.map(() => null);
    const later = await readAt(two, remembering({ ...before, reserves, used: [], symbols: {} }));
    expect(later.position).toEqual(position);
    expect(later.rounds).toHaveLength(3);
  });

  it('the memo lost its form', async () => {
    const { position, rounds } = await readAt(two, { memo: { oracle: 1, reserves: 'seven' } });
    expect(position).not.toBeNull();
    expect(rounds).toHaveLength(3);
  });
});
