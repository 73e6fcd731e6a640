import type { Level } from './risk';

export type KnownLevel = Exclude<Level, 'unknown'>;

/** What is remembered of one position so that nobody is told the same twice. Times are the chain's, in seconds since 1970. */
export interface Vigil {
  /** The level that the user knows of, or was at ease with. */
  readonly told: KnownLevel;
  /** The last alert. */
  readonly last: { readonly level: KnownLevel; readonly at: number } | null;
}

/** Something to tell the user, in words. */
export interface Notice {
  /** One a position: a newer notice takes the place of an older one. */
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly at: number;
}

/** The vigils of one account on one chain by position, and what was decided to be told and may not have been yet. */
export interface AlertState {
  readonly vigils: Readonly<Record<string, Vigil>>;
  readonly pending: readonly Notice[];
  /** Whether the user was told that nothing can be read, and nothing has been since. */
  readonly blind?: boolean;
}
