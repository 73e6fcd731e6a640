import type { Address, Integer } from './asset';

/** A corner of a rate curve, both as shares with 27 decimals: how much of the pool is lent out, and the borrow rate there. */
export interface Corner {
  readonly utilization: Integer;
  readonly rate: Integer;
}

/** Straight from corner to corner, from an idle pool to one that is used up. */
export interface Curve {
  readonly corners: readonly Corner[];
  /** Where the pool stands on it. */
  readonly utilization: Integer;
}

/** What a debt pays while its pool is used up. */
export interface WorstRate {
  readonly rate: Integer;
  /** Of a curve that moves by itself (Morpho's): its growth a year, and the rate at which it stops. Null where it stays. */
  readonly climb: { readonly speed: Integer; readonly most: Integer } | null;
}

/** Rates are shares of the amount, of a year of 31,536,000 seconds, before compounding, with 27 decimals. */
export interface HoldingRate {
  readonly asset: Address;
  /** What borrowers of the asset pay and what its suppliers get; null where the protocol has none, or does not say. */
  readonly borrow: Integer | null;
  readonly supply: Integer | null;
  /** By which this holding grows: for a debt at two rates the higher. */
  readonly own: Integer;
  /** Seconds since the contract last added the interest to what it counts from. */
  readonly since: number;
  /** Whether the contract rounds the cube of a second's rate to a whole ray, either way, as Aave did up to 3.3. */
  readonly coarse?: boolean;
  /** Times the interest that bears interest itself, with 27 decimals: Aave v4 adds a premium to it, which bears none. */
  readonly multiple?: Integer;
  /** Null for a collateral, and where it is not known. */
  readonly worst: WorstRate | null;
  readonly curve: Curve | null;
}

/** Beside a position's holdings, in their order; null where an asset's rate could not be read. */
export interface Rates {
  readonly collateral: readonly (HoldingRate | null)[];
  readonly debt: readonly (HoldingRate | null)[];
}

/** Seconds until interest alone liquidates, at the least; "never" where income covers it, "beyond" in more than ten years. */
export type Span = number | 'never' | 'beyond';

export interface Drift {
  readonly now: Span;
  /** With the pools of all debts used up; null where that rate is not known. */
  readonly worst: Span | null;
}
