import type { Asset, Integer } from './asset';

/** One asset of a position, and how much of it. */
interface Part {
  readonly asset: Asset;
  /** Its index in the position's debt (repay, borrow) or collateral (add, withdraw). */
  readonly place: number;
}

/** The least amount of one asset that gets a position to the buffer it should have. */
export interface Remedy extends Part {
  /** In the token's smallest unit: one unit less is not enough. Null where no amount is. */
  readonly amount: Integer | null;
  /** Whether that is all that is owed. */
  readonly isWhole: boolean;
  /** Why no amount does it, in words. */
  readonly reason: string | null;
}

/** Each remedy is enough by itself. */
export interface Rescue {
  /** The share of buffer that is to be reached: "0.2". */
  readonly buffer: string;
  /** Whether the position has it already: then nothing is needed, and the lists are empty. */
  readonly isReached: boolean;
  readonly repay: readonly Remedy[];
  /** Of the collateral that is used as such. */
  readonly add: readonly Remedy[];
}

/** The most of one asset that can leave while the buffer is kept and the contract accepts it. */
export interface SafeAmount extends Part {
  /** In the token's smallest unit: one unit more is too much. */
  readonly amount: Integer;
  /** Whether that is all there is. */
  readonly isWhole: boolean;
  /** Why the contract refuses one unit more, in words; null where it is the buffer that ends it, or nothing does. */
  readonly reason: string | null;
}

/** Each amount is safe by itself, not all of them together. */
export interface SafeAmounts {
  /** The share of buffer that is kept: "0.2". */
  readonly buffer: string;
  readonly borrow: readonly SafeAmount[];
  readonly withdraw: readonly SafeAmount[];
}
