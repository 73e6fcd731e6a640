import type { Integer } from './asset';

/** Signed decimal strings. */
export interface Change {
  /** Null where there is no health factor on one side of it, for want of a debt. */
  readonly healthFactor: string | null;
  /** Σ collateral × threshold − Σ debt, in the market's unit. */
  readonly buffer: string;
}

export interface PriceMove {
  readonly symbol: string;
  /** Signed share of the old price. */
  readonly share: string;
}

/** What the owner did, or what was done to the position in a liquidation: amounts cannot tell. */
export interface Act {
  readonly side: 'collateral' | 'debt';
  readonly symbol: string;
  /** Signed, in the smallest unit. */
  readonly amount: Integer;
  readonly decimals: number;
}

/** The four parts add up to the whole exactly. */
export interface Attribution {
  readonly whole: Change;
  readonly prices: Change & { readonly moves: readonly PriceMove[] };
  /** Thresholds, efficiency mode, what counts as collateral, and an oracle that was replaced. */
  readonly parameters: Change;
  readonly interest: Change;
  readonly actions: Change & { readonly acts: readonly Act[] };
}
