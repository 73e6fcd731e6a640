import type { Level } from '../model/risk';

/** Minutes between two readings of the watched wallets, by the worst of them: the closer to danger, the sooner. */
const MINUTES: Readonly<Record<Level, number>> = {
  liquidatable: 0.5,
  critical: 0.5,
  low: 1,
  unknown: 1,
  watch: 2,
  safe: 5,
};

/** Null where nothing is watched: then nothing is read. */
export const periodOf = (worst: Level | null): number | null => (worst === null ? null : MINUTES[worst]);
