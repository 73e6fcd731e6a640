import type { Integer } from './asset';
import type { Position } from './position';
import type { Hex } from './reader';
import type { Level } from './risk';

export type KnownLevel = Exclude<Level, 'unknown'>;

/** A position at a block's time, in seconds since 1970. */
export interface Seen {
  readonly position: Position;
  readonly at: number;
}

/** What was left of the buffer, as a share, at a block's time. */
export interface Sample {
  readonly at: number;
  readonly buffer: string;
}

/** What is remembered of one position so that nobody is told the same twice. Times are the chain's, in seconds since 1970. */
export interface Vigil {
  /** The level that the user knows of, or was at ease with. */
  readonly told: KnownLevel;
  /** The last alert. */
  readonly last: { readonly level: KnownLevel; readonly at: number } | null;
  /** The position as it was when the user was last told of it, or at first: what changed since is what changed. */
  readonly base?: Seen;
  /** The highest of the last minutes, oldest first; few of them. */
  readonly samples?: readonly Sample[];
  /** When a fast drop was last told. */
  readonly dropAt?: number;
  /** The snooze that was met, and what the user knew of then. */
  readonly snooze?: { readonly until: number; readonly told: KnownLevel };
  /** It was opened while it was watched, and that was not told yet. */
  readonly opened?: boolean;
}

/** Something to tell the user, in words. */
export interface Notice {
  /** One a position and matter: a newer notice takes the place of an older one. Ends with the position's key. */
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly at: number;
  /** Only for the order within a level. */
  readonly healthFactor?: string;
}

/** A debt and a collateral that both fell: a liquidation may have done that, and its event is still to be looked for. */
export interface Suspect {
  readonly before: Position;
  readonly after: Position;
  /** The block and time of `before`, and of `after`. */
  readonly from: Integer;
  readonly to: Integer;
  readonly since: number;
  readonly at: number;
}

/** What was last told of a price: that it is in order, or what is wrong with it. */
export interface PriceTold {
  readonly is: 'sound' | 'old' | 'capped' | 'disputed';
  /** When trouble was last told. */
  readonly at: number;
}

/** The vigils of one account on one chain by position, and what was decided to be told and may not have been yet. */
export interface AlertState {
  readonly vigils: Readonly<Record<string, Vigil>>;
  readonly pending: readonly Notice[];
  /** Whether the user was told that nothing can be read, and nothing has been since. */
  readonly blind?: boolean;
  /** By feed, or by position where endpoints disagree. */
  readonly prices?: Readonly<Record<string, PriceTold>>;
  /** Markets whose events had been searched to the end by the last reading: what comes then is new. */
  readonly searched?: readonly string[];
  readonly suspects?: readonly Suspect[];
  /** Liquidations that were told, by their transactions. */
  readonly liquidations?: readonly Hex[];
}
