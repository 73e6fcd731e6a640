import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/model/action';
import { rules } from '../../src/protocols/compoundV3/rules';
import type { CompoundV3Position } from '../../src/protocols/compoundV3/rules.position';
import { rescue } from '../../src/risk/rescue';
import { safeAmounts } from '../../src/risk/safeAmounts';
import { cometVectors } from '../replay/comet';
import { positionAt } from './readComet';

const SEED = 20261127;
const WAD = 10n ** 18n;
const INDEX = 10n ** 15n;

/** No contract of Compound v3 runs here: its arithmetic once more, as plainly as the contract has it, on what was recorded. */
interface Account {
  principal: bigint;
  readonly held: bigint[];
}

const accountOf = ({ principal, collateral }: CompoundV3Position): Account => ({
  principal: BigInt(principal),
  held: collateral.map(({ amount }) => BigInt(amount)),
});

const owedBy = ({ principal }: Account, borrowIndex: bigint): bigint =>
  principal < 0n ? (-principal * borrowIndex) / INDEX : 0n;

/** supplyBase and withdrawBase by the signed balance; supplyCollateral and withdrawCollateral by the amount. */
function act(of: CompoundV3Position, { kind, place, amount }: Action): Account {
  const account = accountOf(of);
  const index = BigInt(of.indices.borrow);
  if (kind === 'supply') account.held[place]! += amount;
  if (kind === 'withdraw') account.held[place]! -= amount;
  if (kind === 'repay' || kind === 'borrow') {
    const balance = -owedBy(account, index) + (kind === 'repay' ? amount : -amount);
    account.principal = balance < 0n ? -((-balance * INDEX + index - 1n) / index) : 0n;
  }
  return account;
}

/** The liquidity of isLiquidatable and of isBorrowCollateralized, with 8 decimals: counted, and owed. */
function sidesOf(of: CompoundV3Position, account: Account, factor: 'threshold' | 'loanToValue') {
  let counted = 0n;
  for (const [place, asset] of of.collateral.entries()) {
    const value = (account.held[place]! * BigInt(asset.price)) / 10n ** BigInt(asset.decimals);
    counted += (value * BigInt(asset[factor])) / WAD;
  }
  const base = of.debt[0]!;
  const owed = owedBy(account, BigInt(of.indices.borrow));
  return { counted, owed: (owed * BigInt(base.price)) / 10n ** BigInt(base.decimals) };
}

const isAt = (of: CompoundV3Position, account: Account, percent: bigint): boolean => {
  const { counted, owed } = sidesOf(of, account, 'threshold');
  return counted * (100n - percent) >= owed * 100n;
};

const borrowers = cometVectors.filter(({ truth }) => truth.flips.length > 0);
const percents = [5n, 20n, 45n];

it.each(borrowers)('$id ($category): the position after any action, as the contract keeps it', async (of) => {
  const position = await positionAt(of);
  const kinds = fc.constantFrom<Action['kind']>('supply', 'withdraw', 'borrow', 'repay');
  const share = fc.bigInt(0n, 12_000n);
  fc.assert(
    fc.property(kinds, fc.nat(20), share, (kind, at, part) => {
      const list = kind === 'supply' || kind === 'withdraw' ? position.collateral : position.debt;
      const place = at % list.length;
      const there = BigInt(list[place]!.amount);
      const wanted = (there * part) / 10_000n;
      const amount = kind === 'withdraw' && wanted > there ? there : wanted;
      const said = rules.after(position, { kind, place, amount });
      const real = amount === 0n ? accountOf(position) : act(position, { kind, place, amount });
      expect(BigInt(said.principal)).toBe(real.principal);
      expect(BigInt(said.debt[0]?.amount ?? 0)).toBe(owedBy(real, BigInt(position.indices.borrow)));
      expect(said.collateral.map(({ amount: left }) => BigInt(left))).toEqual(
        real.held.filter((left) => left > 0n),
      );
      expect(said.contract).toEqual(position.contract);
      const { counted, owed } = sidesOf(position, real, 'threshold');
      expect(rules.liquidatable(said)).toBe(counted < owed);
    }),
    { numRuns: 60, seed: SEED },
  );
});

const seen = { repay: 0, supply: 0, borrow: 0, withdraw: 0 };

describe(`an owner who does exactly what we say (seed ${SEED})`, () => {
  it.each(borrowers)('$id ($category)', async (of) => {
    const position = await positionAt(of);
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
          const less = rescue(rules.after(position, { ...exactly, amount: exactly.amount - 1n }), buffer);
          expect(less.isReached).toBe(false);
        }
      }
      const { borrow, withdraw } = safeAmounts(position, buffer);
      for (const [kind, amounts] of [['borrow', borrow] as const, ['withdraw', withdraw] as const]) {
        for (const { place, amount } of amounts) {
          if (amount === '0') continue;
          const real = act(position, { kind, place, amount: BigInt(amount) });
          seen[kind]++;
          expect(isAt(position, real, percent)).toBe(true);
          const { counted, owed } = sidesOf(position, real, 'loanToValue');
          expect(counted >= owed).toBe(true);
        }
      }
    }
  });

  it('has done something of each kind', () => {
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });
});

it('refuses what the market has paused, and only that', async () => {
  const position = await positionAt(borrowers[0]!);
  const open = { ...position, paused: [] };
  const action = { kind: 'repay', place: 0, amount: 1n } as const;
  expect(rules.refusal(open, action)).toBeNull();
  expect(rules.refusal({ ...position, paused: ['supply'] }, action)).toContain('paused');
  expect(rules.refusal({ ...position, paused: ['withdraw'] }, action)).toBeNull();
  const loan = { kind: 'borrow', place: 0, amount: 10n ** 30n } as const;
  expect(rules.refusal(open, loan)).toBe('it is more than the collateral lets you borrow');
  expect(rules.refusal({ ...position, paused: ['withdraw'] }, loan)).toContain('paused');
});
