import type { Address, Integer } from './asset';
import type { Rates } from './rates';

/** What a wallet has to act with. */
export interface Purse {
  /** By the position's own addresses, in the token's smallest unit; null where the token did not say. */
  readonly tokens: Readonly<Record<Address, Integer | null>>;
  /** The chain's own coin, which pays for gas: 18 decimals. */
  readonly native: Integer;
}

/** What is read of a position while it is looked at. Null where it is not known. */
export interface Dues {
  readonly rates: Rates | null;
  readonly purse: Purse | null;
  /** What a unit of gas costs now, in the smallest unit of the chain's own coin, which has 18 decimals. */
  readonly gasPrice: Integer | null;
}

/** Which position: an account's on a chain, by the key of its card. */
export interface DuesOf {
  readonly chainId: number;
  readonly account: Address;
  readonly key: string;
}
