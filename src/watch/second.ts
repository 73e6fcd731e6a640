import type { Chain } from '../chain/chains';
import { t } from '../i18n/t';
import type { Position } from '../model/position';
import type { LevelChoices } from '../model/settings';
import type { Figures } from '../model/snapshot';
import { snapshotItem, verifyItem } from '../platform/storage';
import { isDisputed, isDoubtful, worseOf } from '../risk/doubt';
import { keyOf } from '../risk/key';
import { currentChoices } from './choices';
import type { Read } from './reading';

type ByKey = ReadonlyMap<string, Position>;

/**
 * Good news on one RPC's word is no news: where a position stands better than was last believed, or a price has jumped, a
 * second RPC is asked the same. Where the two differ the worse stands; where no second one answers, that is said. A chain
 * of which only one RPC is known is believed: nobody could ever confirm it.
 */
export async function confirmed(
  { id, rpcs }: Chain,
  readings: readonly Read[],
  again: (except: string) => Promise<Read[]>,
): Promise<Read[]> {
  const believed = await Promise.all(readings.map(({ figures }) => believedOf(id, figures)));
  const choices = await currentChoices();
  const isIn = readings.map(({ figures }, index) => isInDoubt(believed[index] ?? [], figures, choices));
  const [first] = readings;
  if (!first || rpcs.length < 2 || !isIn.includes(true) || !(await verifyItem.getValue()))
    return [...readings];
  const second = await again(first.figures.rpc).catch(() => null);
  return readings.map((reading, index) => {
    if (!isIn[index]) return reading;
    const other = second?.[index]?.figures;
    const { figures } = reading;
    const heard = other && isWhole(other, figures) ? reconciled(figures, other) : null;
    return { ...reading, figures: heard ?? unconfirmed(figures, believed[index] ?? []) };
  });
}

async function believedOf(chainId: number, { account }: Figures): Promise<readonly Position[]> {
  const before = (await snapshotItem(chainId, account).getValue())?.figures;
  return (before?.unconfirmed ?? before)?.positions ?? [];
}

const byKey = (positions: readonly Position[]): ByKey =>
  new Map(positions.map((position) => [keyOf(position.market, position.owner), position]));

/** Markets that gave no answer: what is not read is not gone. */
const unread = ({ errors, account }: Figures): ReadonlySet<string> =>
  new Set(errors.map(({ market }) => keyOf(market, account)));

function isInDoubt(believed: readonly Position[], figures: Figures, choices: LevelChoices): boolean {
  const [now, silent] = [byKey(figures.positions), unread(figures)];
  try {
    return [...byKey(believed)].some(
      ([key, before]) => !silent.has(key) && isDoubtful(before, now.get(key) ?? null, choices),
    );
  } catch {
    // What another version kept may lack what this one needs: there is nothing to compare with.
    return false;
  }
}

/** Whether it says something of everything that the other does. */
const isWhole = (second: Figures, first: Figures): boolean =>
  [...unread(second)].every((key) => unread(first).has(key));

function reconciled(first: Figures, second: Figures): Figures {
  const [one, other] = [byKey(first.positions), byKey(second.positions)];
  const disputed: string[] = [];
  const positions: Position[] = [];
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(key) ?? null, other.get(key) ?? null];
    const isApart = isDisputed(a, b);
    if (isApart) disputed.push(key);
    const kept = isApart ? worseOf(a, b) : a;
    if (kept) positions.push(kept);
  }
  if (disputed.length === 0) return first;
  const isOlder = second.block.timestamp < first.block.timestamp;
  const block = isOlder ? second.block : first.block;
  return { ...first, block, positions, disputed: { rpc: second.rpc, positions: disputed } };
}

/** What is gone on one RPC's word alone is unknown. */
function unconfirmed(figures: Figures, believed: readonly Position[]): Figures {
  const [now, silent] = [byKey(figures.positions), unread(figures)];
  const gone = [...byKey(believed)].filter(([key]) => !now.has(key) && !silent.has(key));
  const reason = t('note.gone');
  const errors = [...figures.errors, ...gone.map(([, { market }]) => ({ market, reason }))];
  return { ...figures, errors, unconfirmed: { positions: believed } };
}
