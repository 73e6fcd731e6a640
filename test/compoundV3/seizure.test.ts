import { expect, it } from 'vitest';
import { rules } from '../../src/protocols/compoundV3/rules';
import type { CompoundV3Position } from '../../src/protocols/compoundV3/rules.position';
import { type Absorbed, cometVectors } from '../replay/comet';
import { atPrice, positionAt } from './readComet';

const borrowers = cometVectors.filter(({ truth }) => truth.flips.length > 0);

const seizureOf = (position: CompoundV3Position) => {
  const seizure = rules.seizure?.(position);
  if (!seizure) throw new Error('nothing to seize');
  return seizure;
};

function expectAbsorbed(position: CompoundV3Position, absorbed: Absorbed): void {
  const { repaid, seized, credited, blocked } = seizureOf(position);
  expect(blocked).toBeNull();
  expect(seized.map(({ asset, amount }) => ({ asset: asset.toLowerCase(), amount: `${amount}` }))).toEqual(
    absorbed.seized.map(({ asset, amount }) => ({ asset, amount })),
  );
  const base = position.debt[0]!.address;
  expect(repaid).toEqual([{ asset: base, amount: BigInt(absorbed.debtBefore) }]);
  const kept = BigInt(absorbed.baseBalanceAfter);
  expect(credited).toEqual(kept > 0n ? [{ asset: base, amount: kept }] : []);
}

const absorbedNow = borrowers.filter(({ truth }) => truth.absorbNow.ok);

it('has recorded absorbs to compare with: at the prices of the block, and at flips', () => {
  const atFlips = borrowers.flatMap(({ truth }) => truth.flips.filter(({ atFlip }) => atFlip));
  expect([absorbedNow.length, atFlips.length]).toEqual([27, 175]);
});

it.each(absorbedNow)('$id ($category): the absorb at the prices of the block, to the unit', async (of) => {
  const { absorbNow } = of.truth;
  if (!absorbNow.ok) throw new Error('it was refused');
  expectAbsorbed(await positionAt(of), absorbNow);
});

it.each(borrowers)('$id ($category): the absorb at every flip, to the unit', async (of) => {
  const position = await positionAt(of);
  for (const { feed, absorb, atFlip } of of.truth.flips) {
    if (atFlip) expectAbsorbed(atPrice(position, feed, absorb.liq!), atFlip);
  }
});

it.each(borrowers.filter(({ truth }) => truth.absorbPaused))(
  '$id ($category): says that nobody can liquidate while absorb is paused',
  async (of) => {
    expect(of.truth.absorbNow).toEqual({ ok: false, revert: 'Paused()' });
    expect(seizureOf(await positionAt(of)).blocked).toBe('Liquidations are paused in this market.');
  },
);
