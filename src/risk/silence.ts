import type { KnownLevel, Vigil } from '../model/alert';
import type { AlertChoices } from '../model/settings';
import { severity } from './crossing';

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Whether it is within the user's quiet hours, which may go past midnight. @param minutes of the local day */
export function isQuiet(quiet: AlertChoices['quiet'], minutes: number): boolean {
  if (quiet === null) return false;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}

/** Told in quiet hours too. */
export const isGrave = (level: KnownLevel): boolean => severity[level] >= severity.critical;

/** The snooze that holds at a block's time, in seconds, with what the user knew of when it began. */
export function snoozeAt(vigil: Vigil, until: number | undefined, at: number): Vigil['snooze'] {
  if (until === undefined || at * 1000 >= until) return undefined;
  return vigil.snooze?.until === until ? vigil.snooze : { until, told: vigil.told };
}

/** A snooze ends early where it gets worse. */
export const isWorse = (level: KnownLevel, { told }: NonNullable<Vigil['snooze']>): boolean =>
  severity[level] > severity[told];
