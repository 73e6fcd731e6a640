import type { KnownLevel, Vigil } from '../model/alert';
import type { Limits } from '../model/settings';
import { levelOf } from './level';
import { Exact } from './value';

/** One look at a position, at a block's time. */
export interface Look {
  readonly level: KnownLevel;
  /** What its level would be with a buffer smaller by the margin: prices flutter. */
  readonly wary: KnownLevel;
  readonly at: number;
  /** False where one endpoint's word alone says so: then nothing has recovered. */
  readonly confirmed?: boolean;
  /** False for what changes by the day: it is told once. */
  readonly reminds?: boolean;
}

export const severity: Readonly<Record<KnownLevel, number>> = {
  safe: 0,
  watch: 1,
  low: 2,
  critical: 3,
  liquidatable: 4,
};

/** Calm is worth no alert, and a buffer of 30% is many people's calm. */
const ALERTS_FROM: KnownLevel = 'low';

export const isDanger = (level: KnownLevel): boolean => severity[level] >= severity[ALERTS_FROM];

/** A level is left for good only where the buffer is this much above it. */
const MARGIN = { volatile: '0.05', pegged: '0.01' } as const;

/** The same level is told again after ten minutes at the earliest; a worse one at once. */
const APART_S = 600;

/** How often to remind while nothing is done about it. */
const REMIND_AFTER_S: Partial<Record<KnownLevel, number>> = { critical: 4 * 3600, liquidatable: 1800 };

export const unseen: Vigil = { told: 'safe', last: null };

/** The level with the margin taken off. @param buffer a share: "0.18" */
export function waryLevel(buffer: string, pegged: boolean, limits: Limits): KnownLevel {
  const smaller = new Exact(buffer).minus(MARGIN[pegged ? 'pegged' : 'volatile']);
  return levelOf(smaller, smaller.isNegative(), limits);
}

/** Whether to tell the user of a position now: at most once a crossing, always at a worse level. */
export function cross(vigil: Vigil, look: Look): { vigil: Vigil; alert: 'crossing' | 'reminder' | null } {
  const { level, at } = look;
  const told = eased(vigil.told, look);
  const { last } = vigil;
  const worse = severity[level] > severity[told];
  const quiet = { vigil: { ...vigil, told }, alert: null };
  const alerted = { vigil: { ...vigil, told: level, last: { level, at } } };
  if (worse && !isDanger(level)) return { vigil: { ...vigil, told: level }, alert: null };
  if (worse) {
    const due = last === null || severity[level] > severity[last.level] || at - last.at >= APART_S;
    return due ? { ...alerted, alert: 'crossing' } : quiet;
  }
  const period = level === told && look.reminds !== false ? REMIND_AFTER_S[level] : undefined;
  const remind = period !== undefined && last !== null && at - last.at >= period;
  return remind ? { ...alerted, alert: 'reminder' } : quiet;
}

/** The level the user is still under the impression of: it is left when a buffer smaller by the margin would have left it. */
function eased(told: KnownLevel, { level, wary, confirmed }: Look): KnownLevel {
  if (confirmed === false || severity[level] >= severity[told]) return told;
  return severity[wary] < severity[told] ? wary : told;
}
