import { chainName } from '../chain/chains';
import type { AlertState, Notice, Vigil } from '../model/alert';
import type { Address } from '../model/asset';
import type { Position } from '../model/position';
import type { Figures } from '../model/snapshot';
import { notify } from '../platform/notifications';
import { alertsItem, alertsOfAll, historyItem } from '../platform/storage';
import { assess } from '../risk/assess';
import { cross, unseen, waryLevel } from '../risk/crossing';
import { keyOf } from '../risk/key';
import { alertText, together } from '../view/alertText';
import { positionCard } from '../view/positionCard';

const MAX_HISTORY = 200;

/**
 * Tells the user of what a new reading of a watched account crossed. What is to be told is written down before it is shown
 * and crossed out after: killed in between, the worker shows it again under the same id, which shows it once.
 */
export async function alertOn({ account, chainId, block, positions, errors }: Figures): Promise<void> {
  const item = alertsItem(chainId, account);
  const before = await item.getValue();
  const looked = positions.map((position) => lookAt(position, before.vigils, block.timestamp, chainId));
  const notices = looked.flatMap(({ notice }) => (notice ? [notice] : [])).sort(worstFirst);
  // A market that could not be read has not been left.
  const others = errors.length > 0 ? before.vigils : {};
  const vigils = { ...others, ...Object.fromEntries(looked.map(({ key, vigil }) => [key, vigil])) };
  const after: AlertState = { vigils, pending: [...before.pending, ...grouped(notices, chainId, account)] };
  if (JSON.stringify(after) !== JSON.stringify(before)) await item.setValue(after);
  await tell(chainId, account, after);
}

/** Shows what was written down and not crossed out, as after a worker that was killed. */
export async function tellPending(): Promise<void> {
  for (const { chainId, account, state } of await alertsOfAll()) await tell(chainId, account, state);
}

/** Shows what is pending and crosses it out. */
export async function tell(chainId: number, account: Address, state: AlertState): Promise<void> {
  const { pending } = state;
  if (pending.length === 0) return;
  for (const notice of pending) await notify(notice);
  await remember(pending);
  await alertsItem(chainId, account).setValue({ ...state, pending: [] });
}

/** Twice the same is once. */
async function remember(notices: readonly Notice[]): Promise<void> {
  const history = await historyItem.getValue();
  const isKnown = ({ id, at }: Notice) => history.some((each) => each.id === id && each.at === at);
  const fresh = notices.filter((notice) => !isKnown(notice));
  await historyItem.setValue([...fresh, ...history].slice(0, MAX_HISTORY));
}

type Told = Notice & { readonly healthFactor: string };

const worstFirst = (a: Told, b: Told): number => Number(a.healthFactor) - Number(b.healthFactor);

interface Looked {
  readonly key: string;
  readonly vigil: Vigil;
  readonly notice: Told | null;
}

function lookAt(position: Position, vigils: AlertState['vigils'], at: number, chainId: number): Looked {
  const key = keyOf(position.market, position.owner);
  const risk = assess(position);
  const vigil = vigils[key] ?? unseen;
  // Without a debt nothing is at risk; a new one is looked at afresh.
  if (risk.kind !== 'borrowing') return { key, vigil: { ...unseen, last: vigil.last }, notice: null };
  const { level, buffer, pegged, limits } = risk;
  const next = cross(vigil, { level, wary: waryLevel(buffer.share, pegged, limits), at });
  if (next.alert === null) return { key, vigil: next.vigil, notice: null };
  const card = positionCard(position, risk, chainName(chainId), { oracles: {}, now: at * 1000 });
  const notice = {
    id: key,
    level,
    at,
    healthFactor: risk.healthFactor,
    ...alertText(position, card, next.alert),
  };
  return { key, vigil: next.vigil, notice };
}

/** One notification for all that one reading crossed. */
function grouped(notices: readonly Told[], chainId: number, account: Address): Notice[] {
  const [worst] = notices;
  if (!worst) return [];
  const id = notices.length === 1 ? worst.id : `${chainId}:${account}`;
  return [{ id, level: worst.level, at: worst.at, ...together(notices) }];
}
