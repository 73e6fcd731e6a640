import type { Address } from './asset';
import type { Discovery, Found, Log, LogFilter, Searched } from './logs';
import type { Oracles } from './oracle';
import type { Market, Position } from './position';
import type { Rates } from './rates';
import type { Amount } from './rules';

export type Hex = `0x${string}`;

export interface Call {
  readonly to: Address;
  readonly data: Hex;
}

/** `ok: false` is a revert of this one call; the others of the same round stand. */
export interface Result {
  readonly ok: boolean;
  readonly data: Hex;
}

/** What a reader has learnt that makes its next reading cheaper. JSON-safe; losing it costs one request. */
export type Memo = Readonly<Record<string, unknown>>;

export interface Reading {
  readonly positions: readonly Position[];
  readonly memo: Memo;
  /** Parts of a market that give no usable answer while the others stand, each with its reason in the user's words. */
  readonly errors?: readonly { readonly market: Market; readonly reason: string }[];
  /** What feeds say of themselves. */
  readonly oracles?: Oracles;
}

/** Yields the calls of a round, is handed their results in order, and ends with what they mean. It sees no client. */
export type Inquiry<T> = Generator<readonly Call[], T, readonly Result[]>;

export type Reader = Inquiry<Reading>;

/** Of a protocol whose contracts keep no list of what an owner is in: its events have it. */
export interface LogSearch {
  /** Asks at most so many filters, and goes on from what was searched before. */
  discover(
    market: Market,
    owner: Address,
    head: bigint,
    searched: Searched | null,
    requests: number,
  ): Discovery;
  /** The memo with what is to be looked at; what it was told before is forgotten. */
  learn(memo: Memo | null, found: Found): Memo;
}

/** What is taken and paid off in a liquidation, by the addresses that the position has for its assets. */
export interface Receipt {
  readonly repaid: readonly Amount[];
  readonly seized: readonly Amount[];
}

/** The events that a protocol's liquidations leave. */
export interface ReceiptLogs {
  /** Where those of a position are; some may be of somebody else. */
  filters(position: Position): readonly Pick<LogFilter, 'address' | 'topics'>[];
  /** What one of them says; null where it is of somebody else. @throws where it is not of the event's form */
  read(log: Log, position: Position): Receipt | null;
}

/** One lending protocol: everything Plimsoll needs to know to read it. */
export interface Protocol {
  /** The name of its folder. */
  readonly id: string;
  /** As borrowers call it: "Aave v3". */
  readonly name: string;
  readonly markets: readonly Market[];
  /** Throws where the market gives no usable answer; the message is in the user's words. */
  read(market: Market, owner: Address, memo: Memo | null): Reader;
  readonly search?: LogSearch;
  readonly receipts?: ReceiptLogs;
  /** What a position pays and earns, in two rounds at the most; asked only when somebody looks at it. */
  rates?(position: Position): Inquiry<Rates>;
}
