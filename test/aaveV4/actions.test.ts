import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/model/action';
import { rules } from '../../src/protocols/aaveV4/rules';
import type { AaveV4Position } from '../../src/protocols/aaveV4/rules.position';
import { rescue } from '../../src/risk/rescue';
import { safeAmounts } from '../../src/risk/safeAmounts';
import { recorded } from '../replay/aaveV4';
import { WAD } from './byHand';
import { readOnce } from './readAt';
import { type Account, accountOf, act, sidesOf, suppliedAssets } from './spokeByHand';

const SEED = 20261128;
const percents = [5n, 20n, 45n];

const borrowers = recorded.positions.filter(({ truth }) => truth.accountData.borrowCount !== '0');

const isAt = (of: AaveV4Position, account: Account, percent: bigint): boolean => {
  const { counted, owed } = sidesOf(of, account);
  return counted * (100n - percent) >= owed * 100n;
};

describe(`the position after any action, as the spoke and the hub keep it (seed ${SEED})`, () => {
  it.each(borrowers)('$id $category', async (of) => {
    const position = await readOnce(of);
    const kinds = fc.constantFrom<Action['kind']>('supply', 'withdraw', 'borrow', 'repay');
    fc.assert(
      fc.property(kinds, fc.nat(20), fc.bigInt(1n, 12_000n), fc.bigInt(0n, 9n), (kind, at, part, more) => {
        const list = kind === 'supply' || kind === 'withdraw' ? position.collateral : position.debt;
        if (list.length === 0) return;
        const place = at % list.length;
        const action = { kind, place, amount: (BigInt(list[place]!.amount) * part) / 10_000n + more + 1n };
        const real = act(position, action);
        const said = rules.after(position, action);
        const left = [...real.supplied.keys()].filter((each) => real.supplied[each]! > 0n);
        // What was enabled and empty before is there still, and counts for nothing.
        const kept = said.collateral.filter(({ shares }) => shares !== '0');
        expect(kept.map((held) => [held.shares, held.amount, held.threshold])).toEqual(
          left.map((each) => [
            `${real.supplied[each]}`,
            `${suppliedAssets(real, each)}`,
            `${real.factors[each]}`,
          ]),
        );
        const owing = [...real.drawn.keys()].filter(
          (each) => real.drawn[each]! + real.premiumRay[each]! > 0n,
        );
        expect(said.debt.map((owed) => [owed.drawnShares, owed.premiumRay])).toEqual(
          owing.map((each) => [`${real.drawn[each]}`, `${real.premiumRay[each]}`]),
        );
        const { counted, owed } = sidesOf(position, real);
        expect(rules.healthFactor(said)).toBe(owed === 0n ? null : (counted * WAD) / owed);
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});

const seen = { repay: 0, supply: 0, borrow: 0, withdraw: 0 };

describe('an owner who does exactly what we say', () => {
  it.each(borrowers)('$id $category', async (of) => {
    const position = await readOnce(of);
    for (const percent of percents) {
      const buffer = `${Number(percent) / 100}`;
      const { isReached, repay, add } = rescue(position, buffer);
      if (isReached) expect(isAt(position, accountOf(position), percent)).toBe(true);
      for (const [kind, remedies] of [['repay', repay] as const, ['supply', add] as const]) {
        for (const { place, amount } of remedies) {
          if (amount === null) continue;
          const exactly = { kind, place, amount: BigInt(amount) };
          seen[kind]++;
          expect(isAt(position, act(position, exactly), percent)).toBe(true);
          const less = rules.after(position, { ...exactly, amount: exactly.amount - 1n });
          expect(rescue(less, buffer).isReached).toBe(false);
        }
      }
      const { borrow, withdraw } = safeAmounts(position, buffer);
      for (const [kind, amounts] of [['borrow', borrow] as const, ['withdraw', withdraw] as const]) {
        for (const { place, amount } of amounts) {
          if (amount === '0') continue;
          seen[kind]++;
          expect(isAt(position, act(position, { kind, place, amount: BigInt(amount) }), percent)).toBe(true);
        }
      }
    }
  });

  it('has done something of each kind', () => {
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });
});
