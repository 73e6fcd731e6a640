import { decodeFunctionResult, parseAbi } from 'viem';
import type { Holding } from '../../src/model/position';
import type { AaveV4Position } from '../../src/protocols/aaveV4/rules.position';
import { type RecordedPosition, recorded } from '../replay/aaveV4';
import { addedAt, indexAt, type Pool, poolOf, recordedTop, touched } from './hubByHand';
import { accountOf, sidesOf } from './spokeByHand';

const abi = parseAbi([
  'struct UserPosition { uint120 drawnShares; uint120 premiumShares; int200 premiumOffsetRay; uint120 suppliedShares; uint32 dynamicConfigKey; }',
  'function getUserPosition(uint256 reserveId, address user) view returns (UserPosition)',
  'function getUserLastRiskPremium(address user) view returns (uint256)',
]);

/** What was recorded of an owner: in one reserve, or by itself. */
export function ownerOf(of: RecordedPosition, reserveId: number) {
  const data = of.calls.find(
    ({ fn, args }) => fn === 'getUserPosition' && args[0] === `${reserveId}`,
  )?.result;
  if (!data) throw new Error(`what ${of.id} has of reserve ${reserveId} was not recorded`);
  return decodeFunctionResult({ abi, functionName: 'getUserPosition', data });
}

/** In basis points, of when the owner last did something: it is what the premium shares were made from. */
export function riskPremiumOf(of: RecordedPosition): bigint {
  const data = of.calls.find(({ fn }) => fn === 'getUserLastRiskPremium')?.result;
  if (!data) throw new Error(`the risk premium of ${of.id} was not recorded`);
  return decodeFunctionResult({ abi, functionName: 'getUserLastRiskPremium', data });
}

/** Which hub has the asset of a reserve, and under which number. */
export function sourceOf({ spoke }: RecordedPosition, { reserveId }: { readonly reserveId: number }) {
  const found = recorded.meta.spokes.find((each) => each.spoke === spoke)?.reserves[reserveId];
  if (!found) throw new Error(`${spoke} has no reserve ${reserveId}`);
  return found;
}

type Held = Holding & { readonly reserveId: number };

interface Course {
  /** Seconds from touch to touch of its pools; 0 where nobody touches them. */
  readonly every?: number;
  /** Whether the pools of its debts are from now on at the rate of a pool that is used up. */
  readonly usedUp?: boolean;
}

/** A position in which nobody does anything while the time passes. */
export function leftAlone(
  of: RecordedPosition,
  position: AaveV4Position,
  { every = 0, usedUp }: Course = {},
) {
  let time = of.block.timestamp;
  const pools = new Map<string, Pool>();
  const keyOf = ({ hub, assetId }: ReturnType<typeof sourceOf>) => `${hub}:${assetId}`;
  for (const each of [...position.collateral, ...position.debt]) {
    const { hub, assetId } = sourceOf(of, each);
    pools.set(keyOf({ hub, assetId }), poolOf(hub, assetId));
  }
  for (const owed of usedUp ? position.debt : []) {
    const source = sourceOf(of, owed);
    const pool = poolOf(source.hub, source.assetId);
    const drawnRate = BigInt(recordedTop(pool, source.assetId)) * 10n ** 23n;
    pools.set(keyOf(source), { ...touched(pool, time), drawnRate });
  }
  const pool = (each: Held): Pool => pools.get(keyOf(sourceOf(of, each)))!;

  function at(): AaveV4Position {
    const collateral = position.collateral.map((held) => {
      return { ...held, pool: { ...held.pool!, assets: `${addedAt(pool(held), time)}` } };
    });
    const debt = position.debt.map((owed) => {
      const { premiumShares, premiumOffsetRay } = ownerOf(of, owed.reserveId);
      const index = indexAt(pool(owed), time);
      return { ...owed, drawnIndex: `${index}`, premiumRay: `${premiumShares * index - premiumOffsetRay}` };
    });
    return { ...position, collateral, debt };
  }

  return {
    travel(seconds: number): void {
      const end = time + seconds;
      while (every > 0 && time + every <= end) {
        time += every;
        for (const [key, each] of pools) pools.set(key, touched(each, time));
      }
      time = end;
    },
    /** By how much what counts is more than what is owed, as a share of that: liquidated below 0. */
    margin(): number {
      const later = at();
      const { counted, owed } = sidesOf(later, accountOf(later));
      return Number(counted - owed) / Number(owed);
    },
  };
}
