import type { AlertState, Notice, Suspect } from '../../model/alert';
import type { Position } from '../../model/position';
import type { Figures } from '../../model/snapshot';
import { alertsItem, searchItem } from '../../platform/storage';
import { keyOf } from '../../risk/key';
import { takenBetween } from '../../risk/taken';
import { isOver } from '../../view/searching';
import { onPosition } from './onPosition';
import { onPrices } from './onPrices';
import { roundOf } from './round';

/** A search that cannot be made for long is given up for the oldest. */
const MOST_SUSPECTS = 8;

/**
 * Decides what a new reading of a watched account has to tell, and writes it down together with what is remembered of the
 * account: in one write, so that a worker killed at any moment neither forgets an alert nor decides on it twice.
 * @param last the reading before; null where this is the first
 */
export async function alertOn(figures: Figures, last: Figures | null): Promise<void> {
  const { account, chainId, positions, errors } = figures;
  const item = alertsItem(chainId, account);
  const before = await item.getValue();
  const searched = await searchedOf(figures);
  const round = await roundOf(figures);
  const old = byKey(last?.positions ?? []);
  const watched = positions.map((position) => {
    const key = keyOf(position.market, position.owner);
    const was = old.get(key);
    return onPosition(
      position,
      was && last ? { position: was, at: last.block.timestamp } : null,
      last !== null && isOpened(position, was, last, before),
      before.vigils[key],
      round,
    );
  });
  const prices = onPrices(figures, before.prices ?? {}, round);
  // A market that could not be read has not been left.
  const others = errors.length > 0 ? before.vigils : {};
  const after: AlertState = {
    ...before,
    vigils: { ...others, ...Object.fromEntries(watched.map(({ key, vigil }) => [key, vigil])) },
    pending: withNew(before.pending, [...watched.flatMap(({ notices }) => notices), ...prices.notices]),
    prices: prices.prices,
    searched,
    suspects: withNewest(before.suspects ?? [], suspectsOf(figures, last)),
    blind: false,
  };
  if (JSON.stringify(after) !== JSON.stringify(before)) await item.setValue(after);
}

/** A newer notice takes the place of one that was not shown yet. */
export const withNew = (pending: readonly Notice[], notices: readonly Notice[]): Notice[] => [
  ...pending.filter(({ id }) => !notices.some((notice) => notice.id === id)),
  ...notices,
];

const byKey = (positions: readonly Position[]): ReadonlyMap<string, Position> =>
  new Map(positions.map((position) => [keyOf(position.market, position.owner), position]));

const wasSilent = ({ errors }: Figures, { market }: Position): boolean =>
  errors.some((error) => error.market.address === market.address);

/** Nobody else can borrow for a wallet, so a debt where none was is its own doing; unless a search has only now found it. */
function isOpened(now: Position, was: Position | undefined, last: Figures, before: AlertState): boolean {
  const known = before.vigils[keyOf(now.market, now.owner)]?.base?.position;
  const owed = [...(was?.debt ?? []), ...(known?.debt ?? [])];
  if (owed.length > 0 || wasSilent(last, now)) return false;
  return now.market.id === undefined || (before.searched?.includes(now.market.address) ?? false);
}

/** Markets whose events are searched, and were to the end. */
async function searchedOf({ chainId, account }: Figures): Promise<string[]> {
  const states = await searchItem(chainId, account).getValue();
  return Object.entries(states).flatMap(([market, { searched }]) =>
    searched && isOver(searched) ? [market] : [],
  );
}

/** Killed before the reading was kept, the next one finds the same again. */
const withNewest = (known: readonly Suspect[], found: readonly Suspect[]): Suspect[] =>
  [...known.filter(({ since }) => !found.some((each) => each.since === since)), ...found].slice(
    -MOST_SUSPECTS,
  );

/** What may have been liquidated since the last reading. What has gone altogether has nothing left. */
function suspectsOf(figures: Figures, last: Figures | null): Suspect[] {
  if (!last) return [];
  const now = byKey(figures.positions);
  const seconds = figures.block.timestamp - last.block.timestamp;
  return last.positions.flatMap((before) => {
    const found = now.get(keyOf(before.market, before.owner));
    if (before.debt.length === 0 || (!found && wasSilent(figures, before))) return [];
    const after = found ?? { ...before, collateral: [], debt: [] };
    if (!isTaken(before, after, seconds)) return [];
    const [from, to] = [last.block.number, figures.block.number];
    return [{ before, after, from, to, since: last.block.timestamp, at: figures.block.timestamp }];
  });
}

function isTaken(before: Position, after: Position, seconds: number): boolean {
  try {
    return takenBetween(before, after, seconds) !== null;
  } catch {
    return false;
  }
}
