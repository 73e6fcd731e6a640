import type { Address } from './asset';
import type { Searched } from './logs';
import type { Oracles } from './oracle';
import type { Block, Market, Position } from './position';

/** A market that could not be read, beside others that could. */
interface MarketError {
  readonly market: Market;
  readonly reason: string;
}

/** One good reading of one account on one chain. */
export interface Figures {
  readonly account: Address;
  readonly chainId: number;
  readonly block: Block;
  /** Host of the RPC that answered. */
  readonly rpc: string;
  readonly positions: readonly Position[];
  readonly errors: readonly MarketError[];
  /** What the positions' feeds say of themselves, as far as they have been asked; nothing after a first reading. */
  readonly oracles?: Oracles;
  /** Another RPC said otherwise of these positions, by key; what stands here is the worse of the two. */
  readonly disputed?: { readonly rpc: string; readonly positions: readonly string[] };
  /** It is too good, or too far from the last, to be believed on one RPC's word, and no second one answered. */
  readonly unconfirmed?: Believed;
}

/** What was last believed of an account. */
interface Believed {
  readonly positions: readonly Position[];
}

/** Milliseconds since 1970, by this machine's clock. */
export interface Failure {
  readonly at: number;
  /** When the first of them came, if there have been several in a row. */
  readonly since?: number;
  readonly reason: string;
}

/** The last good reading, and the failure since then if there was one. */
export interface Snapshot {
  readonly account: Address;
  readonly chainId: number;
  readonly figures: Figures | null;
  readonly failure: Failure | null;
}

/** An account the user follows, or one that a page has shown us. */
export interface Wallet {
  readonly address: Address;
  /** Only the user's own choice makes a wallet watched; a page's word does not. */
  readonly watched: boolean;
  /** Host of the page that showed it; null when entered by hand. */
  readonly seenOn: string | null;
  /** The user's own name for it; empty for none. */
  readonly label: string;
  /** The networks it is read on; null for every one that is turned on. */
  readonly chains: readonly number[] | null;
}

/** What a lending page says while it is looked at. */
export interface PageHint {
  readonly accounts: readonly AccountHint[];
  /** The id of the market that the page is about, where one contract keeps many; null elsewhere. */
  readonly market: `0x${string}` | null;
}

/** How far events were searched for what an account is in. */
export interface SearchState {
  readonly searched: Searched | null;
  /** When it was last tried. */
  readonly at: number;
  /** Why the last try came to nothing; null where it did not. */
  readonly failure: string | null;
}

/** What a page says about its account. A hint, never trusted further than to look the address up. */
export interface AccountHint {
  readonly address: Address;
  /** Null where the page does not say. */
  readonly chainId: number | null;
  /** "watching": the site shows this address without a wallet behind it. */
  readonly how: 'connected' | 'watching';
}
