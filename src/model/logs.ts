import type { Address, Integer } from './asset';

type Word = `0x${string}`;

/** The parameters of one eth_getLogs; both blocks are included. A list of topics means any of them, null any at all. */
export interface LogFilter {
  readonly address: Address;
  readonly topics: readonly (Word | readonly Word[] | null)[];
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
}

export interface Log {
  readonly address: Address;
  readonly topics: readonly Word[];
  readonly data: Word;
  readonly transaction: Word;
}

/** What to look at beside what is always read: found in events, or named by a page. */
export interface Found {
  /** Ids of markets. */
  readonly ids: readonly Word[];
  /** Contracts that the owner allowed to act on the position. */
  readonly authorized: readonly Address[];
}

/** What has been searched and what was found there, JSON-safe. Blocks outside of it are still to be searched. */
export interface Searched extends Found {
  readonly from: Integer;
  readonly to: Integer;
  /** Where the search ends: before it the contract was not there. */
  readonly first: Integer;
  /** How many blocks were last asked for at once and answered. */
  readonly range: Integer;
}

/**
 * Yields a filter with what was searched before it, is handed its logs, or null where the RPC refused the range, and ends
 * with what has been searched.
 */
export type Discovery = Generator<
  { readonly filter: LogFilter; readonly searched: Searched },
  Searched,
  readonly Log[] | null
>;
