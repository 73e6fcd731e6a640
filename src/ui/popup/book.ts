import { t } from '../../i18n/t';
import type { Notice } from '../../model/alert';
import type { Address } from '../../model/asset';
import type { Card, PositionCard } from '../../model/card';
import type { Oracles } from '../../model/oracle';
import type { Block, Position } from '../../model/position';
import type { Dues, DuesOf } from '../../model/purse';
import type { AlertChoices, Limits, Scheme, Snoozes, Trouble } from '../../model/settings';
import type { Wallet } from '../../model/snapshot';
import { worstFirst } from '../../view/card';
import type { FormHandlers, Forms } from '../forms/forms';

export interface BookEntry {
  readonly wallet: Wallet;
  readonly card: Card;
  /** A reading is under way. */
  readonly busy: boolean;
  /** What the card's positions were made of, for screens that do sums with them. */
  readonly read: readonly ReadPosition[];
}

/** A position as it was read, by the key of its card. */
export interface ReadPosition {
  readonly key: string;
  readonly position: Position;
  readonly block: Block;
  /** Host of the RPC that answered. */
  readonly rpc: string;
  /** What the feeds say of themselves. */
  readonly oracles: Oracles;
}

/** Everything that the popup shows. */
export interface Book {
  readonly wallets: readonly BookEntry[];
  readonly networks?: readonly Network[];
  readonly scheme?: Scheme;
  /** What the user was told, newest first. */
  readonly history?: readonly Notice[];
  readonly forms?: Forms;
  readonly troubles?: readonly Trouble[];
  readonly choices?: AlertChoices;
  readonly snoozes?: Snoozes;
}

interface Network {
  readonly id: number;
  readonly name: string;
  readonly on: boolean;
}

/** What the popup asks for. A rejection's message is shown to the user as it is. */
export interface Handlers {
  refresh(address: Address): Promise<void>;
  watch(address: Address): Promise<void>;
  unwatch(address: Address): Promise<void>;
  /** Levels of one position's own; null for the usual ones. */
  levels?(key: string, limits: Limits | null): Promise<void>;
  /** Tells nothing of one position before this time (milliseconds since 1970); null tells again. */
  snooze?(key: string, until: number | null): Promise<void>;
  /** What a position pays and earns now, and what its wallet has to act with. */
  dues?(of: DuesOf): Promise<Dues>;
  readonly forms: FormHandlers;
}

/** What the screen of a position needs to change what is told of it. */
export interface PositionAlerts extends Required<Pick<Handlers, 'levels' | 'snooze'>> {
  readonly choices: AlertChoices;
  readonly snoozes: Snoozes;
}

/** Null where nothing is told of a position: alerts are for watched wallets. */
export function alertsFor(
  { choices, snoozes = {} }: Book,
  { levels, snooze }: Handlers,
): PositionAlerts | null {
  return choices && levels && snooze ? { choices, snoozes, levels, snooze } : null;
}

export interface Placed {
  readonly position: PositionCard;
  readonly entry: BookEntry;
}

/**
 * All positions, worst first. A page can name any address it likes, so what was only seen comes after what the
 * user watches, however bad it looks.
 */
export function positionsOf({ wallets }: Book): Placed[] {
  return wallets
    .flatMap((entry) => shownOf(entry.card).map((position) => ({ entry, position })))
    .sort((a, b) => watchedFirst(a, b) || worstFirst(a.position, b.position));
}

const watchedFirst = (a: Placed, b: Placed) =>
  Number(b.entry.wallet.watched) - Number(a.entry.wallet.watched);

/** An account without a position to show still has something to say: nothing borrowed, or nothing known. */
function shownOf({ positions, account, ...headline }: Card): readonly PositionCard[] {
  if (positions.length > 0) return positions;
  const key = account ?? 'none';
  return [
    {
      ...headline,
      key,
      title: t('popup.allMarkets'),
      figures: [],
      utilization: null,
      triggers: [],
      notes: [],
    },
  ];
}

/**
 * One position by its key: its card, and what it was made of where that is known. Both are null where it is gone; a card
 * alone is missing where the reading is too old to be shown.
 */
export function positionIn(book: Book, key: string): { placed: Placed | null; read: ReadPosition | null } {
  const placed = positionsOf(book).find(({ position }) => position.key === key) ?? null;
  const entries = placed === null ? book.wallets : [placed.entry];
  return { placed, read: entries.flatMap(({ read }) => read).find((each) => each.key === key) ?? null };
}
