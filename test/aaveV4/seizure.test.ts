import { describe, expect, it } from 'vitest';
import { rules } from '../../src/protocols/aaveV4/rules';
import { liquidationAmounts, liquidationBonus } from '../../src/protocols/aaveV4/rules.amounts';
import type { AaveV4Position } from '../../src/protocols/aaveV4/rules.position';
import { type Attempt, type RecordedPosition, recorded } from '../replay/aaveV4';
import { moved } from './moved';
import { readOnce } from './readAt';

interface Case {
  readonly name: string;
  readonly of: RecordedPosition;
  /** The feed that was moved for the attempt; null where none was. */
  readonly feed: string | null;
  readonly price: string;
  readonly attempt: Attempt;
}

/** Every real liquidationCall that was to take as much as the contract lets it. */
const attempts: Case[] = recorded.positions.flatMap((of) => {
  const { flips = [], now = [], atHealthFactor = [] } = of.truth;
  const at = (feed: string | null, price: string | null, attempt: Attempt | undefined): Case[] =>
    attempt?.debtToCover === 'max'
      ? [{ name: `${of.id} ${of.category}`, of, feed, price: price ?? '0', attempt }]
      : [];
  return [
    ...flips.flatMap(({ feed, liq, atFlip }) => at(feed, liq, atFlip)),
    ...now.flatMap((attempt) => at(null, null, attempt)),
    ...atHealthFactor.flatMap(({ feed, price, outcomes = [] }) =>
      outcomes.flatMap((attempt) => at(feed, price, attempt)),
    ),
  ];
});

async function setUp({ of, feed, price, attempt }: Case) {
  const now = await readOnce(of);
  const position: AaveV4Position = feed === null ? now : moved(now, feed, BigInt(price));
  const held = position.collateral.find(({ reserveId }) => reserveId === attempt.collateralReserveId)!;
  const owed = position.debt.find(({ reserveId }) => reserveId === attempt.debtReserveId)!;
  return { position, held, owed };
}

const carriedOut = attempts.filter(({ attempt }) => attempt.ok);
const refused = attempts.filter(({ attempt }) => !attempt.ok);

describe('every recorded liquidation', () => {
  it('is tried', () => {
    expect({ carriedOut: carriedOut.length, refused: refused.length }).toEqual({
      carriedOut: 245,
      refused: 20,
    });
  });

  it.each(carriedOut)('$name: amounts, to the unit', async (each) => {
    const { position, held, owed } = await setUp(each);
    const { attempt } = each;
    expect(`${rules.healthFactor(position)}`).toBe(attempt.healthFactorBefore);
    expect(`${liquidationBonus(position, held, BigInt(attempt.healthFactorBefore))}`).toBe(
      attempt.liquidationBonus,
    );
    const { repaid, seized } = liquidationAmounts(position, held, owed)!;
    expect({ repaid: `${repaid}`, seized: `${seized}` }).toEqual({
      repaid: attempt.debtAmountRestored,
      seized: attempt.collateralAmountRemoved,
    });
  });

  const ofOnlyPair = carriedOut.filter(({ of }) => {
    const { activeCollateralCount, borrowCount } = of.truth.accountData;
    return activeCollateralCount === '1' && borrowCount === '1';
  });
  /** The recording names the largest pair at today's prices. */
  const ofLargestPair = carriedOut.filter(
    ({ of, feed, attempt }) =>
      feed === null &&
      attempt.collateralReserveId === of.truth.pair?.collateralReserveId &&
      attempt.debtReserveId === of.truth.pair.debtReserveId,
  );

  it('has pairs that leave no choice, and a largest among several', () => {
    expect({ only: ofOnlyPair.length, largest: ofLargestPair.length }).toEqual({ only: 72, largest: 29 });
  });

  it.each([...new Set([...ofOnlyPair, ...ofLargestPair])])('$name: is the seizure', async (each) => {
    const { position, held, owed } = await setUp(each);
    expect(rules.seizure!(position)).toEqual({
      repaid: [{ asset: owed.address, amount: BigInt(each.attempt.debtAmountRestored) }],
      seized: [{ asset: held.address, amount: BigInt(each.attempt.collateralAmountRemoved) }],
      credited: [],
      blocked: null,
    });
  });

  it.each(refused)('$name: refused with $attempt.revert', async (each) => {
    const { position, held, owed } = await setUp(each);
    const seizure = rules.seizure!({ ...position, collateral: [held], debt: [owed] });
    if (each.attempt.revert === 'ReservePaused()') {
      expect(seizure?.blocked).toMatch(/^\w+ is paused$/);
      return;
    }
    // The hub's halt stops the tokens only: the recorded liquidator who takes shares instead succeeds.
    expect(each.attempt).toMatchObject({ revert: 'SpokeHalted()', receiveShares: false });
    expect(held).toMatchObject({ symbol: 'WBTC', hub: 'halted', receivableAsShares: true });
    expect(seizure?.blocked).toBeNull();
    const closed = { ...held, receivableAsShares: false };
    expect(rules.seizure!({ ...position, collateral: [closed], debt: [owed] })?.blocked).toBe(
      'the hub of WBTC is closed to this spoke',
    );
  });
});

describe('every bonus that was asked for', () => {
  it.each(recorded.positions.filter(({ calls }) => calls.some(({ fn }) => fn === 'getLiquidationBonus')))(
    '$id',
    async (of) => {
      const position = await readOnce(of);
      for (const { fn, args, result } of of.calls) {
        if (fn !== 'getLiquidationBonus' || result === null) continue;
        const held = position.collateral.find(({ reserveId }) => `${reserveId}` === args[0]);
        expect(liquidationBonus(position, held!, BigInt(args[2]!))).toBe(BigInt(result));
      }
    },
  );
});
