import { t } from '../../i18n/t';
import type { Address } from '../../model/asset';
import type { Memo, Reader } from '../../model/reader';
import { type Beliefs, beliefsFrom, hold, type ReserveFacts, type ReserveUse } from './beliefs';
import type { AaveV4Market } from './markets';
import { positionOf } from './position';
import { askRound, type ReserveAnswers, type Round } from './round';

/** More than any spoke lists; a contract that claims more is not asked for each of them. */
const MAX_RESERVES = 128;

/**
 * Reads one spoke: asks under what is believed, and asks again while the chain says otherwise. Warm that is one round. A
 * spoke has no list of the reserves an owner uses, only their number: where that differs from what is believed, every
 * reserve is asked for once. The first time of all that takes three rounds, later changes take two, and a spoke in
 * which nothing counts as collateral and nothing is owed always takes one.
 */
export function* read(market: AaveV4Market, owner: Address, memo: Memo | null): Reader {
  let beliefs = beliefsFrom(memo);
  let wantsCount = beliefs.reserves.length === 0;
  for (;;) {
    const round = askRound(market, owner, beliefs, wantsCount);
    round.answer(yield round.calls);
    const { activeCollateralCount, borrowCount } = round.account();
    const count = countOf(round);
    const truth = truthOf(round, beliefs);
    if (activeCollateralCount === 0n && borrowCount === 0n) {
      return { positions: [], memo: { ...truth, reserves: asMany(truth.reserves, count), used: [] } };
    }
    if (!isWhole(round, truth, count)) {
      beliefs = { ...truth, used: everyReserve(count ?? truth.reserves.length) };
      wantsCount = true;
    } else if (hold(beliefs, truth)) {
      return { positions: [positionOf(market, owner, round, truth)], memo: { ...truth } };
    } else {
      beliefs = truth;
      wantsCount = false;
    }
  }
}

/** How many there are is remembered as a list of that length, so that an idle owner costs one question. */
const asMany = (known: Beliefs['reserves'], count: number | null): Beliefs['reserves'] =>
  Array.from({ length: count ?? known.length }, (_, id) => known[id] ?? null);

function countOf(round: Round): number | null {
  const count = round.count();
  if (count !== null && count > MAX_RESERVES) throw new Error(t('read.reserves', { count }));
  return count;
}

const everyReserve = (count: number): ReserveUse[] =>
  Array.from({ length: count }, (_, id) => ({ id, collateral: true, borrowed: true }));

/** What the chain says of everything that was believed. */
function truthOf(round: Round, beliefs: Beliefs): Beliefs {
  const reserves = [...beliefs.reserves];
  for (const each of round.reserves) reserves[each.id] = factsOf(each);
  return {
    oracle: round.oracle(),
    reserves: Array.from(reserves, (facts) => facts ?? null),
    used: round.reserves.map(useOf).filter(({ collateral, borrowed }) => collateral || borrowed),
    symbols: round.symbols(),
  };
}

/** A reserve that is not used as collateral takes the latest configuration the moment it becomes it. */
function factsOf({ reserve, position, status }: ReserveAnswers): ReserveFacts {
  const { underlying, hub, assetId, dynamicConfigKey: latestKey } = reserve();
  const ownKey = status?.()[0] ? position().dynamicConfigKey : latestKey;
  return { token: underlying, hub, assetId, ownKey, latestKey };
}

/** UserPositionUtils: an owner borrows a reserve as long as drawn shares are left; the premium is always paid first. */
const useOf = ({ id, position, status }: ReserveAnswers): ReserveUse => ({
  id,
  collateral: status?.()[0] ?? false,
  borrowed: position().drawnShares > 0n,
});

/** Whether nothing that counts can lie outside of the reserves that were asked about. */
function isWhole(round: Round, truth: Beliefs, count: number | null): boolean {
  if (count !== null && round.reserves.length >= count) return true;
  const { activeCollateralCount, borrowCount } = round.account();
  const owed = truth.used.filter(({ borrowed }) => borrowed).length;
  if (BigInt(owed) !== borrowCount) return false;
  const active = round.reserves.map((reserve) => isActive(reserve, truth));
  return active.includes(null) || BigInt(active.filter(Boolean).length) === activeCollateralCount;
}

/** As Spoke counts: enabled, with shares, and a collateral factor above 0. Null where that factor was not asked for. */
function isActive({ id, facts, figures, status, position }: ReserveAnswers, truth: Beliefs): boolean | null {
  if (!status?.()[0] || position().suppliedShares === 0n) return false;
  if (!figures?.collateral || facts?.ownKey !== truth.reserves[id]?.ownKey) return null;
  return figures.collateral.own().collateralFactor > 0;
}
