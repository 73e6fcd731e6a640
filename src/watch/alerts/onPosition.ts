import type { Notice, Sample, Seen, Vigil } from '../../model/alert';
import type { Position } from '../../model/position';
import type { Borrowing } from '../../model/risk';
import { assess } from '../../risk/assess';
import { cross, isDanger, unseen, waryLevel } from '../../risk/crossing';
import { fastDrop } from '../../risk/fastDrop';
import { keyOf } from '../../risk/key';
import { isOwnersDoing } from '../../risk/parameters';
import { isWorse, snoozeAt } from '../../risk/silence';
import { alertText, type Told } from '../../view/alertText';
import { dropText, openedText, parameterText } from '../../view/eventText';
import { mayTell, type Round } from './round';
import { aboutOf, effectSince, isActedOn } from './since';

interface Watched {
  readonly key: string;
  readonly vigil: Vigil;
  readonly notices: readonly Notice[];
}

/** Alerts of the same kind that are not of a level, in seconds: a crash shrinks a buffer again every minute. */
const DROPS_APART_S = 600;

/**
 * What is to be told of one position, and what is remembered of it.
 * @param was the same at the last reading; null where it was not there
 * @param isNew whether it was opened since then
 */
export function onPosition(
  position: Position,
  was: Seen | null,
  isNew: boolean,
  before: Vigil = unseen,
  round: Round,
): Watched {
  const { at, choices } = round;
  const key = keyOf(position.market, position.owner);
  const risk = assess(position, choices);
  const now = { position, at };
  // Without a debt nothing is at risk; a new one is looked at afresh.
  if (risk.kind !== 'borrowing')
    return {
      key,
      vigil: round.confirmed ? { ...unseen, last: before.last, base: now } : before,
      notices: [],
    };

  const base = before.base && !isOwnersDoing(before.base.position, position) ? before.base : now;
  const { level, limits, buffer, pegged } = risk;
  const snooze = snoozeAt(before, round.snoozes[key], at);
  const isHeard = mayTell(round.isQuiet, level);
  const look = { level, wary: waryLevel(buffer.share, pegged, limits), at, confirmed: round.confirmed };
  const next = cross(before, look);
  const crossing = isHeard && (!snooze || isWorse(level, snooze)) ? next.alert : null;
  const others = isHeard && !snooze;

  const samples = was && isActedOn(was, now) ? [] : (before.samples ?? []);
  const drop = dropOf(risk, samples, isDanger(before.told), round);
  const isDropTold =
    others && crossing === null && drop.fall !== null && at - (before.dropAt ?? 0) >= DROPS_APART_S;
  const effect = others && choices.parameters ? effectSince(base, now) : null;
  const opened = choices.opened && (isNew || before.opened === true);

  const about = aboutOf(risk, base, now, round);
  const told: (readonly [kind: string, Told])[] = [
    ...(crossing ? [['', alertText(about(), crossing)] as const] : []),
    ...(isDropTold && drop.fall
      ? [['drop:', dropText(about(), drop.fall.share, minutesSince(drop.fall.since, at))] as const]
      : []),
    ...(effect ? [['terms:', parameterText(about(), effect)] as const] : []),
    ...(opened && others ? [['opened:', openedText(about())] as const] : []),
  ];
  const { snooze: _, opened: __, ...kept } = next.alert !== null && crossing === null ? before : next.vigil;
  const vigil: Vigil = {
    ...kept,
    base: told.length > 0 ? now : base,
    samples: told.length > 0 ? [{ at, buffer: buffer.share }] : drop.samples,
    ...(isDropTold ? { dropAt: at } : {}),
    ...(snooze ? { snooze: crossing ? { ...snooze, told: level } : snooze } : {}),
    ...(opened && !others ? { opened } : {}),
  };
  const { healthFactor } = risk;
  const notices = told.map(([kind, text]) => ({ id: kind + key, level, at, healthFactor, ...text }));
  return { key, vigil, notices };
}

const minutesSince = (since: number, at: number): number => Math.max(1, Math.ceil((at - since) / 60));

function dropOf({ buffer }: Borrowing, samples: readonly Sample[], isKnown: boolean, { at, choices }: Round) {
  if (choices.fastDrop === null) return { samples: [], fall: null };
  return fastDrop(samples, { at, buffer: buffer.share }, choices.fastDrop, isKnown);
}
