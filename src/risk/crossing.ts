import type { KnownLevel, Vigil } from '../model/alert';
import { levelOf } from './level';
import { Exact } from './value';

/** One look at a position, at a block's time. */
export interface Look {
  readonly level: KnownLevel;
  /** A share: "0.18". */
  readonly buffer: string;
  readonly pegged: boolean;
  readonly at: number;
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

/** A level is left for good only where the buffer is this much above it: prices flutter. */
const MARGIN = { volatile: '0.05', pegged: '0.01' } as const;

/** The same level is told again after ten minutes at the earliest; a worse one at once. */
const APART_S = 600;

/** How often to remind while nothing is done about it. */
const REMIND_AFTER_S: Partial<Record<KnownLevel, number>> = { critical: 4 * 3600, liquidatable: 1800 };

export const unseen: Vigil = { told: 'safe', last: null };

/** Whether to tell the user of a position now: at most once a crossing, always at a worse level. */
export function cross(vigil: Vigil, look: Look): { vigil: Vigil; alert: 'crossing' | 'reminder' | null } {
  const { level, at } = look;
  const told = eased(vigil.told, look);
  const { last } = vigil;
  const worse = severity[level] > severity[told];
  const quiet = { vigil: { told, last }, alert: null };
  const alerted = { vigil: { told: level, last: { level, at } } };
  if (worse && severity[level] < severity[ALERTS_FROM]) return { vigil: { told: level, last }, alert: null };
  if (worse) {
    const due = last === null || severity[level] > severity[last.level] || at - last.at >= APART_S;
    return due ? { ...alerted, alert: 'crossing' } : quiet;
  }
  const period = level === told ? REMIND_AFTER_S[level] : undefined;
  const remind = period !== undefined && last !== null && at - last.at >= period;
  return remind ? { ...alerted, alert: 'reminder' } : quiet;
}

/** The level the user is still under the impression of: it is left when a buffer smaller by the margin would have left it. */
function eased(told: KnownLevel, { level, buffer, pegged }: Look): KnownLevel {
  if (severity[level] >= severity[told]) return told;
  const margin = MARGIN[pegged ? 'pegged' : 'volatile'];
  const smaller = new Exact(buffer).minus(margin);
  const wary = levelOf(smaller, smaller.isNegative(), pegged);
  return severity[wary] < severity[told] ? wary : told;
}
