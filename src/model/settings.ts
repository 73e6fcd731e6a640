import type { Address } from './asset';

/** Where the user left the badge on a site. */
export interface BadgePlace {
  /** Distance from the right and the bottom edge of the window, in CSS pixels. */
  readonly right: number;
  readonly bottom: number;
  readonly folded: boolean;
  /** Hidden on this site until turned on again in the popup. */
  readonly hidden: boolean;
}

/** Colours that the user prefers to those of the system; null follows the system. */
export type Scheme = 'light' | 'dark' | null;

/** Where Watch, Low and Critical begin, as shares of buffer, falling: "0.4", "0.2", "0.1". */
export type Limits = readonly [watch: string, low: string, critical: string];

/** For positions that stand on prices, and for those whose two sides move together. */
interface Levels {
  readonly volatile: Limits;
  readonly pegged: Limits;
}

/** Where a position's levels begin. */
export interface LevelChoices {
  readonly levels: Levels;
  /** By the position's key; a position that is not here has the levels above. */
  readonly ownLevels: Readonly<Record<string, Limits>>;
}

/** What the user wants to be told, and when. */
export interface AlertChoices extends LevelChoices {
  /** Tells when so large a share of the buffer is gone within so many minutes; null for never. */
  readonly fastDrop: { readonly share: string; readonly minutes: number } | null;
  readonly parameters: boolean;
  readonly opened: boolean;
  readonly oracles: boolean;
  /** Local time, "22:00"; in between only Critical and Liquidatable are told. Null for no quiet hours. */
  readonly quiet: { readonly from: string; readonly to: string } | null;
}

/** By the position's key: nothing is told of it before this time (milliseconds since 1970) unless it gets worse. */
export type Snoozes = Readonly<Record<string, number>>;

/** An endpoint that the user wants asked, by chain, in the order of asking; a chain that is not here has ours. */
export type OwnRpcs = Readonly<Record<string, readonly string[]>>;

/** What the user says of a watched wallet. */
export interface WalletChange {
  readonly address: Address;
  readonly label: string;
  /** Null for every network that is on. */
  readonly chains: readonly number[] | null;
}

/** How an endpoint answered when it was tried, or in words why it cannot be used. */
export type RpcAnswer =
  | { readonly ms: number; readonly chainId: number /** Seconds since 1970. */; readonly timestamp: number }
  | {
      readonly ms: number;
      readonly chainId: number /** A socket's newest, of which no time is known. */;
      readonly block: string;
    }
  | { readonly reason: string };

/** What keeps Plimsoll from keeping or telling: storage fails, a newer Plimsoll wrote it, notifications are blocked. */
export type Trouble = 'memory' | 'newer' | 'muted';
